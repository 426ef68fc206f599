package dev.countersign.assess.evidence;

import dev.countersign.attest.oms.Difference;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Evidence of kind {@code model-signature}: a signature of OpenSSF Model Signing over every file of
 * the model as it is now, by somebody who may speak as {@code ci} or {@code ml-lead}.
 */
public final class ModelSignatureVerifier implements EvidenceVerifier {
  private static final String KIND = "model-signature";
  private static final String MODEL = "model";
  private static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD);
  private static final String FORM =
      "model-signature: FILE, or { file: FILE, model: PATH } where files of the element do not say"
          + " which path was signed";
  private static final int SHOWN = 3;

  /** Made by {@link java.util.ServiceLoader}. */
  public ModelSignatureVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    Optional<EvidenceResult.Refuted> unusable = offer.unusable(FORM, Set.of(MODEL));
    if (unusable.isPresent()) {
      return unusable.get();
    }
    return switch (RepositoryFile.find(offer.file(), context)) {
      case RepositoryFile.Refused(var why) ->
          offer.refuted(
              "The signature " + offer.shown() + " " + why + ".",
              "Have the model signed: " + command(offer));
      case RepositoryFile.Found(var bundle) -> verify(offer, bundle);
    };
  }

  private static EvidenceResult verify(Offer offer, Path bundle) {
    try {
      Optional<Path> model = model(offer);
      return model.isPresent() ? judge(offer, bundle, model.get()) : absent(offer);
    } catch (IOException unreadable) {
      return offer.refuted(
          "The model that " + offer.shown() + " signs cannot be read.",
          "Make it readable to whoever runs the check.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return offer.refuted("The verification was stopped.", "Run the check again.");
    }
  }

  private static EvidenceResult.Refuted absent(Offer offer) {
    String element = offer.context().claim().element();
    List<String> said =
        offer.argument(MODEL).isBlank() ? offer.patterns() : List.of(offer.argument(MODEL));
    return said.size() == 1
        ? offer.refuted(
            "%s, which %s has to sign, is not there, or is a link out of the repository."
                .formatted(offer.shown(said.getFirst()), offer.shown()),
            "Put the model itself there.")
        : offer.refuted(
            "It is not said which path " + offer.shown() + " signs.",
            "Say it under files of " + element + ", or as model: PATH beside file.");
  }

  /** The file or folder that was signed, inside the repository. */
  private static Optional<Path> model(Offer offer) throws IOException {
    String named = offer.argument(MODEL);
    if (!named.isBlank()) {
      return inside(offer, offer.context().folder().toAbsolutePath().resolve(named).normalize());
    }
    List<String> patterns = offer.patterns();
    if (patterns.size() == 1
        && patterns.getFirst().chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
      return inside(offer, offer.elementFolder().resolve(patterns.getFirst()).normalize());
    }
    List<Path> files = offer.elementFiles();
    return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
  }

  private static Optional<Path> inside(Offer offer, Path path) throws IOException {
    Path repository = offer.context().repository().toRealPath();
    return path.toFile().exists() && path.toRealPath().startsWith(repository)
        ? Optional.of(path)
        : Optional.empty();
  }

  private static EvidenceResult judge(Offer offer, Path bundle, Path model)
      throws IOException, InterruptedException {
    OmsVerification result =
        OmsVerifier.of(offer.policy(), offer.purpose(ROLES, Set.of())).verify(model, bundle);
    return switch (result) {
      case OmsVerification.Verified good -> verified(offer, model, good);
      case OmsVerification.Refused bad ->
          offer.refuted(
              offer.shown() + " does not sign the model: " + bad.detail() + differences(bad),
              bad.differences().isEmpty()
                  ? bad.next()
                  : "If the new bytes are right, have them signed: " + command(offer));
    };
  }

  private static EvidenceResult verified(Offer offer, Path model, OmsVerification.Verified good) {
    String name = offer.context().repository().toAbsolutePath().relativize(model).toString();
    String digest = "sha256:" + good.manifest().rootDigest();
    String notes = good.notes().isEmpty() ? "" : " " + String.join(" ", good.notes());
    return offer.verified(
        "%s signed %s (%d %s, %s).%s"
            .formatted(
                good.by().name(),
                name,
                good.files(),
                good.files() == 1 ? "file" : "files",
                digest.substring(0, "sha256:".length() + 12) + "…",
                notes),
        Map.of(name.replace('\\', '/'), digest),
        good.by());
  }

  private static String differences(OmsVerification.Refused bad) {
    if (bad.differences().isEmpty()) {
      return "";
    }
    String shown =
        bad.differences().stream()
            .limit(SHOWN)
            .map(ModelSignatureVerifier::said)
            .collect(Collectors.joining("; ", " ", ""));
    int more = bad.differences().size() + bad.more() - SHOWN;
    return shown + (more > 0 ? "; and " + more + " more" : "") + ".";
  }

  private static String said(Difference difference) {
    String kind = difference.kind().name().toLowerCase(Locale.ROOT);
    return difference.name()
        + " is "
        + kind
        + difference.expected().map(digest -> ", signed with " + digest).orElse("")
        + difference.found().map(digest -> ", found with " + digest).orElse("");
  }

  private static String command(Offer offer) {
    String named = offer.argument(MODEL);
    List<String> patterns = offer.patterns();
    String model = !named.isBlank() ? named : patterns.isEmpty() ? "MODEL" : patterns.getFirst();
    return "countersign sign "
        + ShellWord.of(offer.shown(model))
        + " --out "
        + offer.word()
        + " --key KEY";
  }
}
