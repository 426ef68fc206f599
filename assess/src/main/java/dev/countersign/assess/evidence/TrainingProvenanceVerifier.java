package dev.countersign.assess.evidence;

import dev.countersign.assess.files.FileBytes;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.slsa.SlsaReader;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Evidence of kind {@code training-provenance}: SLSA provenance v1 of the run that made the model
 * as it is now, out of the very datasets that the threat model names. So a check follows model →
 * run → datasets, and says where the way breaks.
 */
public final class TrainingProvenanceVerifier implements EvidenceVerifier {
  private static final String KIND = "training-provenance";
  private static final String DATASET_KIND = "dataset-provenance";
  private static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD);
  private static final String FORM = "training-provenance: FILE";

  /** Made by {@link java.util.ServiceLoader}. */
  public TrainingProvenanceVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    Optional<EvidenceResult.Refuted> unusable = offer.unusable(FORM, Set.of());
    return unusable.isPresent() ? unusable.get() : verify(offer);
  }

  private static EvidenceResult verify(Offer offer) {
    return StatementFile.judged(
        offer,
        offer.purpose(ROLES, Set.of(TrainingProvenance.PREDICATE_TYPE)),
        command(offer),
        admitted -> judge(offer, admitted));
  }

  private static EvidenceResult judge(Offer offer, Admitted admitted) throws IOException {
    try {
      return judge(offer, SlsaReader.read(admitted.statement()), admitted.by());
    } catch (MalformedMetadata wrong) {
      return offer.refuted(
          offer.shown() + " is no SLSA provenance: " + wrong.getMessage(), command(offer));
    }
  }

  private static EvidenceResult judge(Offer offer, TrainingProvenance run, Identity by)
      throws IOException {
    String model = offer.context().claim().element();
    List<HashedFile> files = files(offer);
    if (files.isEmpty()) {
      return offer.refuted(
          "No file of " + model + " is there to compare with " + offer.shown() + ".",
          "Say under files of " + model + " where its artefact is, and fetch it.");
    }
    for (HashedFile file : files) {
      if (!run.made(file.digest())) {
        return offer.refuted(
            "The run of %s did not make %s as it is now: it has sha256 %s, which is not among what"
                    .formatted(offer.shown(), file.name(), file.digest())
                + " the run made.",
            command(offer));
      }
      if (!run.madeUnder(file.name(), file.digest())) {
        return offer.refuted(
            "The run of %s made the bytes of %s under another name: files of the model have moved."
                .formatted(offer.shown(), file.name()),
            "Put them back, or record the run anew: " + command(offer));
      }
    }
    return datasets(offer, run, by, files);
  }

  /** Each dataset that the model is trained on, as far as its own provenance tells its bytes. */
  private static EvidenceResult datasets(
      Offer offer, TrainingProvenance run, Identity by, List<HashedFile> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.name(), "sha256:" + file.digest()));
    List<String> followed = new ArrayList<>();
    for (String dataset : trainedOn(offer)) {
      Optional<String> proven = proven(offer, dataset);
      if (proven.isEmpty()) {
        return offer.refuted(
            "The way from %s to its data breaks at %s, which no dataset-provenance proves."
                .formatted(offer.context().claim().element(), dataset),
            "Offer dataset-provenance for a control on " + dataset + ".");
      }
      if (!run.used(proven.get())) {
        return offer.refuted(
            "The run of %s did not read %s as it is now: sha256 %s is not among what it read."
                .formatted(offer.shown(), dataset, proven.get()),
            "Train again on this data, and record the run: " + command(offer));
      }
      digests.put(dataset, "sha256:" + proven.get());
      followed.add(dataset);
    }
    return offer.verified(
        "%s says that %s made %s%s."
            .formatted(
                by.name(),
                run.builder(),
                offer.context().claim().element(),
                followed.isEmpty() ? "" : " from " + String.join(", ", followed)),
        digests,
        by);
  }

  private static List<String> trainedOn(Offer offer) {
    return offer.context().element().map(element -> element.refs("trained-on")).orElse(List.of());
  }

  /** The digest that verified evidence of the dataset names; empty where there is none. */
  private static Optional<String> proven(Offer offer, String dataset) {
    return offer.context().system().controls().values().stream()
        .filter(claim -> claim.element().equals(dataset))
        .flatMap(claim ->
            Optional.ofNullable(claim.evidence().get(DATASET_KIND)).stream()
                .flatMap(evidence -> digest(offer, claim, evidence, dataset).stream()))
        .findFirst();
  }

  private static Optional<String> digest(
      Offer offer, ControlClaim claim, Evidence evidence, String dataset) {
    Context context = offer.context();
    Context there =
        new Context(
            claim,
            context.system(),
            context.trust(),
            context.folderOf(claim.place()),
            context.repository(),
            context.today(),
            context.furthest(),
            context.artefacts(),
            context.guards());
    return new DatasetProvenanceVerifier().verify(evidence, there)
            instanceof EvidenceResult.Verified verified
        ? Optional.ofNullable(verified.digests().get(dataset))
            .map(digest -> digest.substring("sha256:".length()))
        : Optional.empty();
  }

  /** By the SHA-256 of each file as a whole, as model signatures and builders give it. */
  private static List<HashedFile> files(Offer offer) throws IOException {
    Path root = offer.context().repository().toRealPath();
    List<FileToHash> named = new ArrayList<>();
    for (Path file : offer.elementFiles()) {
      named.add(
          new FileToHash(
              root.relativize(file).toString().replace('\\', '/'), file, Files.size(file)));
    }
    return FileBytes.whole(named);
  }

  private static String command(Offer offer) {
    String model =
        offer.context().element().map(Element::id).orElse(offer.context().claim().element());
    List<String> patterns = offer.patterns();
    return "countersign provenance training "
        + (patterns.isEmpty()
            ? ShellWord.of(model)
            : ShellWord.of(offer.shown(patterns.getFirst())))
        + " --dataset STATEMENT --key KEY --out "
        + offer.word();
  }
}
