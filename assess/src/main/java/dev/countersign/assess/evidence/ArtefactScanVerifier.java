package dev.countersign.assess.evidence;

import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.trust.Role;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.scan.ScanStatement;
import dev.countersign.model.ControlClaim.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Evidence of kind {@code artefact-scan}: a signed scan that found nothing in the very bytes of the
 * model. The files are looked into once more as they are hashed, since rules and policies of today
 * may know what those of the scan did not.
 */
public final class ArtefactScanVerifier implements EvidenceVerifier {
  private static final String KIND = "artefact-scan";
  private static final String SAFE_FORMAT = "safe-format";
  private static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD, Role.SECURITY_LEAD);
  private static final String FORM = "artefact-scan: FILE";

  /** Made by {@link java.util.ServiceLoader}. */
  public ArtefactScanVerifier() {}

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
        offer.purpose(ROLES, Set.of(ScanStatement.TYPE)),
        command(offer),
        admitted -> judge(offer, admitted));
  }

  private static EvidenceResult judge(Offer offer, Admitted admitted) throws IOException {
    Optional<ScanStatement> scan = ScanStatement.read(admitted.statement());
    if (scan.isEmpty()) {
      return offer.refuted(
          offer.shown() + " has the type of a scan and does not say what one says.",
          command(offer));
    }
    List<Inspected> files = files(offer);
    if (files.isEmpty()) {
      return offer.refuted(
          "No file of %s is there to compare with %s.".formatted(model(offer), offer.shown()),
          "Say under files of " + model(offer) + " where its artefact is, and fetch it.");
    }
    return uncovered(offer, scan.get(), files)
        .or(() -> worse(offer, scan.get(), files))
        .or(() -> unknown(offer, files))
        .or(() -> carriesCode(offer, files))
        .orElseGet(() -> verified(offer, admitted, scan.get(), files));
  }

  private static Optional<EvidenceResult> uncovered(
      Offer offer, ScanStatement scan, List<Inspected> files) {
    return files.stream()
        .filter(file -> !scan.covers(file.sha256().orElse("")))
        .findFirst()
        .map(file ->
            offer.refuted(
                "%s as it is now was not scanned: its sha256 %s is not in %s."
                    .formatted(file.path(), file.sha256().orElse("?"), offer.shown()),
                command(offer)));
  }

  private static Optional<EvidenceResult> worse(
      Offer offer, ScanStatement scan, List<Inspected> files) {
    if (scan.verdict() != Verdict.CLEAN) {
      return Optional.of(
          offer.refuted(
              "%s says that the scan found something %s.".formatted(offer.shown(), scan.verdict()),
              "See what it is: countersign inspect " + words(offer)));
    }
    return files.stream()
        .filter(file -> file.verdict() != Verdict.CLEAN)
        .findFirst()
        .map(file ->
            offer.refuted(
                "The scan of %s found nothing, and what is known and asked today does: %s is %s%s."
                    .formatted(scan.on(), file.path(), file.verdict(), first(file)),
                "See what it is: countersign inspect " + words(offer)));
  }

  private static String first(Inspected file) {
    return file.findings().stream().findFirst().map(ArtefactScanVerifier::said).orElse("");
  }

  private static String said(Finding finding) {
    return " (%s: %s)".formatted(finding.rule().id(), finding.subject());
  }

  /** Where no format is known nothing was looked at, so nothing is shown. */
  private static Optional<EvidenceResult> unknown(Offer offer, List<Inspected> files) {
    return files.stream()
        .filter(file -> !file.recognised())
        .findFirst()
        .map(file ->
            offer.refuted(
                file.path() + " is of no format that is known, so no scan can say what it does.",
                "Keep the model in a format that can be inspected: docs/formats.md lists them."));
  }

  /** The control that models are kept in formats without code asks for more than a clean scan. */
  private static Optional<EvidenceResult> carriesCode(Offer offer, List<Inspected> files) {
    if (!offer.context().claim().control().equals(SAFE_FORMAT)) {
      return Optional.empty();
    }
    return files.stream()
        .filter(file -> !Inspector.holdsOnlyData(file))
        .findFirst()
        .map(file ->
            offer.refuted(
                "%s is of a format that can carry code, or of none that is known (%s)."
                    .formatted(file.path(), String.join(", ", file.formats())),
                "Convert it to a format that holds only data, such as safetensors or ONNX."));
  }

  private static EvidenceResult verified(
      Offer offer, Admitted admitted, ScanStatement scan, List<Inspected> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.path(), "sha256:" + file.sha256().orElseThrow()));
    return offer.verified(
        "%s says that %s found nothing in %s on %s, and neither does this check."
            .formatted(admitted.by().name(), scan.scanner(), counted(files), scan.on()),
        digests,
        admitted.by());
  }

  private static String counted(List<Inspected> files) {
    return files.size() == 1 ? files.getFirst().path() : files.size() + " files";
  }

  private static List<Inspected> files(Offer offer) throws IOException {
    Path root = offer.context().repository().toRealPath();
    Inspector inspector = Inspector.under(offer.context().artefacts()).hashing();
    List<Inspected> inspected = new ArrayList<>();
    for (Path file : offer.elementFiles()) {
      inspected.add(inspector.inspect(root, root.relativize(file)));
    }
    return inspected;
  }

  private static String model(Offer offer) {
    return offer.context().claim().element();
  }

  private static String words(Offer offer) {
    List<String> patterns = offer.patterns();
    return patterns.isEmpty()
        ? "MODEL"
        : patterns.stream().map(offer::shown).map(ShellWord::of).collect(Collectors.joining(" "));
  }

  private static String command(Offer offer) {
    return "countersign inspect " + words(offer) + " --attest " + offer.word() + " --key KEY";
  }
}
