package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Note;
import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.policy.MonitorPolicy;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.watch.baseline.Baseline;
import dev.countersign.watch.baseline.BaselineFile;
import dev.countersign.watch.baseline.Calibration;
import dev.countersign.watch.baseline.UnusableBaseline;
import dev.countersign.watch.heartbeat.WatchHeartbeat;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Evidence that a monitor watches the requests of a model: a signed baseline that was learnt from
 * the traffic of this model as it is now, whose false alarms are as few as the policy asks, and a
 * signed sign of life of a monitor that compares with exactly this baseline. Incidents that it
 * tells of become findings, also where it is too old to prove anything.
 */
public final class InferenceMonitoringVerifier implements EvidenceVerifier {
  private static final String BASELINE = "baseline";
  private static final String HEARTBEAT = "heartbeat";
  private static final String FORM = "inference-monitoring: { baseline: FILE, heartbeat: FILE }";
  private static final Set<Role> GUARD = Set.of(Role.GUARD);
  private static final String DRIFT_CONTROL = "drift-monitoring";
  private static final String DRIFT_DETECTOR = "drift";

  @Override
  public String kind() {
    return "inference-monitoring";
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    return malformed(offer)
        .or(offer::noElement)
        .map(EvidenceResult.class::cast)
        .orElseGet(() -> baseline(offer.part(BASELINE), offer.part(HEARTBEAT)));
  }

  private Optional<Refuted> malformed(Offer offer) {
    Set<String> names = offer.evidence().arguments().keySet();
    if (!names.equals(Set.of(BASELINE, HEARTBEAT))
        || offer.argument(BASELINE).isBlank()
        || offer.argument(HEARTBEAT).isBlank()) {
      return Optional.of(
          offer.refuted(
              "Evidence of kind " + kind() + " names a baseline and a heartbeat, and nothing else.",
              "Write " + FORM + "."));
    }
    return offer.part(BASELINE).trustsNobody();
  }

  private EvidenceResult baseline(Offer baseline, Offer heartbeat) {
    return StatementFile.judged(
        baseline,
        baseline.purpose(BaselineFile.ROLES, Set.of(Baseline.TYPE)),
        "Make it with countersign watch calibrate (docs/watch.md).",
        admitted -> judge(baseline, heartbeat, admitted));
  }

  private EvidenceResult judge(Offer offer, Offer heartbeat, Admitted admitted) throws IOException {
    Baseline baseline;
    try {
      baseline = Baseline.read(admitted.statement());
    } catch (UnusableBaseline wrong) {
      return offer.refuted(
          offer.shown() + ": " + wrong.getMessage(),
          "Have it made again with countersign watch calibrate.");
    }
    Element element = offer.context().element().orElseThrow();
    List<String> models = ModelsBehind.of(element, offer.context().system());
    List<HashedFile> files = FilesInUse.of(offer, models);
    return ModelsBehind.unfetched(offer, models)
        .or(() -> otherSystem(offer, baseline))
        .or(() -> foreign(offer, baseline, files))
        .or(() -> tooManyAlarms(offer, baseline.calibration()))
        .map(EvidenceResult.class::cast)
        .orElseGet(() -> alive(heartbeat, new Believed(offer, admitted, baseline, files)));
  }

  /** A baseline that counts, for these files. */
  private record Believed(
      Offer offer, Admitted admitted, Baseline baseline, List<HashedFile> files) {}

  private static Optional<Refuted> otherSystem(Offer offer, Baseline baseline) {
    String system = baseline.usual().system();
    return system.isEmpty() || system.equals(offer.context().system().info().id())
        ? Optional.empty()
        : Optional.of(
            offer.refuted(
                "%s is of the system %s.".formatted(offer.shown(), system),
                "Name a baseline of this system, or let its log carry this system's id."));
  }

  /** A file of a model whose traffic the baseline was not learnt from. */
  private static Optional<Refuted> foreign(Offer offer, Baseline baseline, List<HashedFile> files) {
    return files.stream()
        .filter(file ->
            baseline.models().stream()
                .noneMatch(one -> one.sha256().equals(Optional.of(file.digest()))))
        .findFirst()
        .map(file ->
            offer.refuted(
                "%s was not learnt from the traffic of %s as it is now (sha256 %s)."
                    .formatted(offer.shown(), file.name(), file.digest()),
                "Calibrate again for the model that is served: countersign watch calibrate."));
  }

  private static Optional<Refuted> tooManyAlarms(Offer offer, Calibration calibration) {
    MonitorPolicy policy = offer.context().guards().monitors();
    if (policy.falseAlarms().isEmpty()) {
      return Optional.empty();
    }
    double most = policy.falseAlarms().getAsDouble();
    if (calibration.heldOut() == 0) {
      return Optional.of(
          offer.refuted(
              offer.shown()
                  + " does not say how many false alarms it gives, which the policy bounds.",
              "Calibrate with a longer log, of which a part can be held out."));
    }
    return calibration.estimated() <= most
        ? Optional.empty()
        : Optional.of(
            offer.refuted(
                "%s: %s false alarms a client-day were estimated, and the policy allows %s."
                    .formatted(offer.shown(), share(calibration.estimated()), share(most)),
                "Calibrate with more data or a smaller budget, or have the policy changed."));
  }

  private EvidenceResult alive(Offer offer, Believed believed) {
    return StatementFile.judged(
        offer,
        offer.purpose(GUARD, Set.of(WatchHeartbeat.TYPE)),
        "A running countersign watch writes it: --heartbeat FILE --key KEY.",
        admitted ->
            WatchHeartbeat.read(admitted.statement())
                .map(beat -> judge(offer, believed, beat))
                .orElseGet(() ->
                    offer.refuted(
                        offer.shown() + " is no heartbeat of countersign watch.",
                        "Name the file that countersign watch --heartbeat writes.")));
  }

  private EvidenceResult judge(Offer offer, Believed believed, WatchHeartbeat beat) {
    if (!beat.baselines().contains(believed.admitted().digest())) {
      return offer.refuted(
          offer.shown() + " is of a monitor that compares with another baseline.",
          "Start the monitor with this baseline, and take its heartbeat.");
    }
    List<Note> incidents = IncidentNotes.of(offer, beat);
    return offer
        .silent(beat.at(), "monitor")
        .or(() -> blind(offer, beat))
        .<EvidenceResult>map(why -> new Refuted(why.kind(), why.detail(), why.next(), incidents))
        .orElseGet(() -> verified(believed, beat, incidents));
  }

  private static Optional<Refuted> blind(Offer offer, WatchHeartbeat beat) {
    boolean asksForDrift = offer.context().claim().control().equals(DRIFT_CONTROL);
    if (asksForDrift && !beat.detectors().containsKey(DRIFT_DETECTOR)) {
      return Optional.of(
          offer.refuted(
              offer.shown() + " is of a monitor that does not look for drift.",
              "Let the detector " + DRIFT_DETECTOR + " run."));
    }
    return beat.detectors().isEmpty() || beat.newest().isEmpty()
        ? Optional.of(
            offer.refuted(
                offer.shown() + " is of a monitor that has not seen any request yet.",
                "Let it read the log of the model, and take its next heartbeat."))
        : Optional.empty();
  }

  private static EvidenceResult verified(
      Believed believed, WatchHeartbeat beat, List<Note> incidents) {
    Map<String, String> digests = new TreeMap<>();
    believed.files().forEach(file -> digests.put(file.name(), "sha256:" + file.digest()));
    EvidenceResult.Verified held =
        believed
            .offer()
            .verified(
                "%s calibrated the monitor for %s: %s. On %s it had read %,d events, the newest of %s, and looked for %s."
                    .formatted(
                        believed.admitted().by().name(),
                        learnt(believed.files()),
                        alarms(believed.baseline().calibration()),
                        day(beat),
                        beat.events(),
                        LocalDate.ofInstant(beat.newest().orElseThrow(), ZoneOffset.UTC),
                        String.join(", ", beat.detectors().keySet())),
                digests,
                believed.admitted().by());
    return new EvidenceResult.Verified(
        held.kind(),
        held.detail(),
        held.digests(),
        held.by(),
        Stream.concat(held.notes().stream(), incidents.stream()).toList());
  }

  private static String learnt(List<HashedFile> files) {
    return switch (files.size()) {
      case 0 -> "a model that is no file here";
      case 1 -> files.getFirst().name();
      default -> "all " + files.size() + " files of the model";
    };
  }

  private static String alarms(Calibration calibration) {
    return calibration.heldOut() == 0
        ? "its false alarms were not measured"
        : "%s false alarms a client-day (95 %% sure: at most %s) on %,d that were held out"
            .formatted(
                share(calibration.estimated()), share(calibration.atMost()), calibration.heldOut());
  }

  private static LocalDate day(WatchHeartbeat beat) {
    return LocalDate.ofInstant(beat.at(), ZoneOffset.UTC);
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.6f", share).replaceFirst("0{1,5}$", "");
  }
}
