package dev.countersign.assess.evidence;

import dev.countersign.assess.files.FileBytes;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.MalformedManifest;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence of kind {@code dataset-provenance}: what a steward of the data or the pipeline signed
 * about the very files that the dataset has now. What it says must not contradict the model.
 */
public final class DatasetProvenanceVerifier implements EvidenceVerifier {
  private static final String KIND = "dataset-provenance";
  private static final Set<Role> ROLES = Set.of(Role.DATA_STEWARD, Role.CI);
  private static final String FORM = "dataset-provenance: FILE";
  private static final int SHOWN = 3;

  /** Made by {@link java.util.ServiceLoader}. */
  public DatasetProvenanceVerifier() {}

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
        offer.purpose(ROLES, Set.of(DatasetStatement.TYPE)),
        command(offer),
        admitted -> judge(offer, admitted));
  }

  private static EvidenceResult judge(Offer offer, Admitted admitted) throws IOException {
    try {
      return judge(offer, DatasetStatement.of(admitted.statement()), admitted.by());
    } catch (MalformedManifest wrong) {
      return offer.refuted(
          offer.shown() + " contradicts itself: " + wrong.getMessage() + ".", command(offer));
    }
  }

  private static EvidenceResult judge(Offer offer, DatasetStatement said, Identity by)
      throws IOException {
    String element = offer.context().claim().element();
    if (!said.name().equals(element)) {
      return offer.refuted(
          "%s is about a dataset %s, not about %s.".formatted(offer.shown(), said.name(), element),
          command(offer));
    }
    Optional<String> contradiction = contradiction(offer, said.description());
    if (contradiction.isPresent()) {
      return offer.refuted(
          contradiction.get(), "Correct whichever is wrong, and sign the statement again.");
    }
    return compare(offer, said, by);
  }

  private static EvidenceResult compare(Offer offer, DatasetStatement said, Identity by)
      throws IOException {
    String element = said.name();
    List<Path> files = offer.elementFiles();
    if (files.isEmpty()) {
      return offer.refuted(
          "No file of " + element + " is there to compare with " + offer.shown() + ".",
          "Say under files of " + element + " where its files are, and fetch them.");
    }
    Manifest now = manifest(element, offer.elementFolder(), files);
    if (now.digest().equals(said.digest())) {
      return offer.verified(
          "%s says where the %d %s of %s come from (sha256:%s…)."
              .formatted(
                  by.name(),
                  files.size(),
                  files.size() == 1 ? "file" : "files",
                  element,
                  said.digest().substring(0, 12)),
          Map.of(element, "sha256:" + said.digest()),
          by);
    }
    return offer.refuted(
        "%s has changed since %s was signed: expected sha256 %s, found %s%s."
            .formatted(
                element,
                offer.shown(),
                said.digest(),
                now.digest(),
                differences(said, now, offer.elementFolder())),
        command(offer));
  }

  /** The names are relative to the folder of the file that lists the dataset, as recorded. */
  private static Manifest manifest(String dataset, Path folder, List<Path> files)
      throws IOException {
    Path root = folder.toRealPath();
    List<FileToHash> named = new ArrayList<>();
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      named.add(new FileToHash(name, file, Files.size(file)));
    }
    try {
      return Manifest.of(dataset, FileBytes.entries(named));
    } catch (IllegalArgumentException unnameable) {
      throw new IOException("a name that cannot stand in a manifest", unnameable);
    }
  }

  private static String differences(DatasetStatement said, Manifest now, Path folder) {
    if (!(said.manifest() instanceof ManifestPlace.Inline(Manifest then))) {
      return "";
    }
    List<String> changes = new ArrayList<>();
    for (Entry entry : now.entries()) {
      Optional<Entry> before = then.entry(entry.name());
      if (before.isEmpty()) {
        changes.add(entry.name() + " is new");
      } else if (!before.get().sameContent(entry)) {
        changes.add(entry.name() + " has changed");
      }
    }
    then.entries().stream()
        .filter(entry -> now.entry(entry.name()).isEmpty())
        .forEach(entry -> changes.add(entry.name() + gone(folder.resolve(entry.name()))));
    int more = changes.size() - SHOWN;
    return " ("
        + String.join("; ", changes.subList(0, Math.min(SHOWN, changes.size())))
        + (more > 0 ? "; and " + more + " more" : "")
        + ")";
  }

  private static String gone(Path file) {
    return Files.isSymbolicLink(file) ? " is a link, which is not followed" : " is gone";
  }

  /** What the statement and the threat model cannot both be right about. */
  private static Optional<String> contradiction(Offer offer, Description said) {
    return offer
        .context()
        .element()
        .flatMap(
            element -> sensitivity(offer, said, element).or(() -> writers(offer, said, element)));
  }

  private static Optional<String> sensitivity(Offer offer, Description said, Element element) {
    Optional<String> model = element.word("sensitivity");
    return said.sensitivity()
        .filter(word -> model.isPresent() && !model.get().equals(word))
        .map(word ->
            "%s says that the sensitivity of %s is %s, the threat model says %s."
                .formatted(offer.shown(), element.id(), word, model.get()));
  }

  /** Only where the model says who writes: what it leaves out is unknown, not wrong. */
  private static Optional<String> writers(Offer offer, Description said, Element element) {
    if (element.value("writers").isEmpty()) {
      return Optional.empty();
    }
    List<String> known = element.refs("writers");
    return said.writers().stream()
        .filter(writer -> !known.contains(writer))
        .findFirst()
        .map(writer ->
            "%s says that %s could write to %s, the threat model does not list it under writers."
                .formatted(offer.shown(), writer, element.id()));
  }

  private static String command(Offer offer) {
    String element = ShellWord.of(offer.context().claim().element());
    return "Record and sign it as it is now: countersign provenance record %s, then countersign"
            .formatted(element)
        + " provenance sign STATEMENT --key KEY --out "
        + offer.word();
  }
}
