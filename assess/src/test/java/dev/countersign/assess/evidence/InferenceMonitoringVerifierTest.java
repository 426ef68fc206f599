package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Note;
import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.policy.GuardPolicy;
import dev.countersign.assess.policy.MonitorPolicy;
import dev.countersign.assess.policy.Span;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Statements;
import dev.countersign.attest.Subject;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.baseline.Baseline;
import dev.countersign.watch.baseline.Calibration;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.heartbeat.OpenIncident;
import dev.countersign.watch.heartbeat.WatchHeartbeat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A monitor counts if it was calibrated on the traffic of the model as it is now, with as few false
 * alarms as the policy asks, and has said lately that it looks; what it saw becomes findings.
 */
class InferenceMonitoringVerifierTest {
  private static final KeyPair CI = NewKeys.generate(KeyKind.P256);
  private static final KeyPair GUARD = NewKeys.generate(KeyKind.P256);
  private static final Instant BEAT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Calibration CALIBRATION =
      new Calibration(0.0001, 400, 9_000, 0.00012, 0.008, 3_000, false);

  @TempDir Path repository;
  private GuardPolicy policy = GuardPolicy.USUAL;
  private String digest = "";

  @BeforeEach
  void aMonitoredApi() throws Exception {
    Files.createDirectories(repository.resolve(".git"));
    Files.writeString(repository.resolve("fraud.onnx"), "a model");
    Files.write(repository.resolve("ci.pub.pem"), PublicKeys.pem(CI.getPublic()));
    Files.write(repository.resolve("guard.pub.pem"), PublicKeys.pem(GUARD.getPublic()));
    Files.writeString(
        repository.resolve("countersign-trust.yaml"),
        """
        countersign-trust: 1
        identities:
          ci: { name: The pipeline, key: ci.pub.pem }
          guard: { name: The monitor, key: guard.pub.pem }
        rules:
          - { identity: ci, roles: [ci] }
          - { identity: guard, roles: [guard] }
        """);
    claim("inference-monitoring", "{ baseline: baseline.json, heartbeat: beat.json }");
    baseline("card-fraud", CALIBRATION);
    write("beat.json", GUARD, heartbeat(BEAT).statement());
  }

  @Test
  void holdsWhileTheModelIsTheOneWhoseTrafficWasLearnt() {
    Verified verified = (Verified) verify();

    assertThat(verified.detail())
        .isEqualTo(
            "The pipeline calibrated the monitor for fraud.onnx: 0.00012 false alarms a client-day"
                + " (95 % sure: at most 0.008) on 3,000 that were held out. On 2026-11-20 it had"
                + " read 70,000 events, the newest of 2026-11-19, and looked for evasion,"
                + " extraction.");
    assertThat(verified.digests()).containsOnlyKeys("fraud.onnx");
    assertThat(verified.notes()).isEmpty();
  }

  @Test
  void anIncidentIsTold() throws Exception {
    write(
        "beat.json",
        GUARD,
        heartbeat(BEAT, incident("1f0c", Severity.HIGH), incident("77aa", Severity.MEDIUM))
            .statement());

    List<Note> notes = verify().notes();
    assertThat(notes).extracting(Note::subject).containsExactly(of("1f0c"), of("77aa"));
    assertThat(notes).extracting(Note::fails).containsExactly(true, false);
    assertThat(notes.getFirst())
        .isEqualTo(
            new Note(
                "open-incident",
                "model-extraction@fraud-gbt was seen by the detector extraction since 2026-11-19:"
                    + " incident 1f0c, of high severity.",
                "Look into the alerts of incident 1f0c; once that is done, exempt the finding"
                    + " open-incident:1f0c in the policy, with the reason.",
                of("1f0c"),
                true));
  }

  @Test
  void thePolicySaysWhichIncidentsFail() throws Exception {
    write("beat.json", GUARD, heartbeat(BEAT, incident("1f0c", Severity.CRITICAL)).statement());
    policy = monitors(new MonitorPolicy(OptionalDouble.empty(), Optional.empty()));
    assertThat(verify().notes()).extracting(Note::fails).containsExactly(false);
    policy = monitors(new MonitorPolicy(OptionalDouble.empty(), of(Severity.CRITICAL)));
    assertThat(verify().notes()).extracting(Note::fails).containsExactly(true);
  }

  @Test
  void anIncidentOfAnotherSystemIsNotOurs() throws Exception {
    OpenIncident theirs =
        new OpenIncident("9", Severity.HIGH, "evasion@x", "other", "evasion", BEAT, BEAT);
    write("beat.json", GUARD, heartbeat(BEAT, theirs).statement());

    assertThat(verify()).isInstanceOf(Verified.class);
    assertThat(verify().notes()).isEmpty();
  }

  @Test
  void silenceDoesNotHideAnIncident() throws Exception {
    write(
        "beat.json",
        GUARD,
        heartbeat(Instant.parse("2026-11-02T08:00:00Z"), incident("1f0c", Severity.HIGH))
            .statement());

    assertThat(detail()).isEqualTo("beat.json is of 2026-11-02, and may be 7 days old.");
    assertThat(verify().notes()).extracting(Note::subject).containsExactly(of("1f0c"));
  }

  @Test
  void aRetrainedModelNeedsANewCalibration() throws Exception {
    Files.writeString(repository.resolve("fraud.onnx"), "a model, retrained");
    assertThat(detail())
        .startsWith("baseline.json was not learnt from the traffic of fraud.onnx as it is now");
  }

  @Test
  void aModelThatIsNotFetchedBindsNothing() throws Exception {
    Files.delete(repository.resolve("fraud.onnx"));
    assertThat(detail()).isEqualTo("No file of fraud-gbt is there to compare with baseline.json.");
  }

  @Test
  void moreFalseAlarmsThanThePolicyAllowsAreRefuted() {
    policy = monitors(new MonitorPolicy(OptionalDouble.of(0.0001), Optional.empty()));
    assertThat(detail())
        .isEqualTo(
            "baseline.json: 0.00012 false alarms a client-day were estimated, and the policy allows"
                + " 0.0001.");
  }

  @Test
  void falseAlarmsThatNobodyMeasuredAreNotFew() throws Exception {
    baseline("card-fraud", new Calibration(0.0001, 4, 9, 0, 1, 0, true));
    write("beat.json", GUARD, heartbeat(BEAT).statement());
    assertThat(((Verified) verify()).detail()).contains("its false alarms were not measured");
    policy = monitors(new MonitorPolicy(OptionalDouble.of(0.5), Optional.empty()));
    assertThat(detail()).contains("does not say how many false alarms it gives");
  }

  @Test
  void aMonitorThatComparesWithAnotherBaselineIsAnotherMonitor() throws Exception {
    baseline("card-fraud", new Calibration(0.001, 400, 9_000, 0.001, 0.008, 3_000, false));
    assertThat(detail())
        .isEqualTo("beat.json is of a monitor that compares with another baseline.");
  }

  @Test
  void aBaselineOfAnotherSystemDoesNotDo() throws Exception {
    baseline("churn", CALIBRATION);
    assertThat(detail()).isEqualTo("baseline.json is of the system churn.");
  }

  @Test
  void aMonitorThatReadNothingHasSeenNothing() throws Exception {
    write(
        "beat.json",
        GUARD,
        new WatchHeartbeat(
                List.of(digest),
                BEAT,
                BEAT,
                Optional.empty(),
                0,
                new TreeMap<>(Map.of("extraction", 1)),
                Map.of(),
                List.of(),
                0)
            .statement());
    assertThat(detail()).contains("has not seen any request yet");
  }

  @Test
  void whoeverSaysThatDriftIsWatchedHasToLookForIt() throws Exception {
    claim("drift-monitoring", "{ baseline: baseline.json, heartbeat: beat.json }");
    assertThat(detail()).isEqualTo("beat.json is of a monitor that does not look for drift.");
  }

  @Test
  void onlyTheMonitorMaySayThatItRuns() throws Exception {
    write("beat.json", CI, heartbeat(BEAT).statement());
    assertThat(detail()).contains("proves nothing");
  }

  @Test
  void aBaselineAloneShowsNoMonitor() throws Exception {
    for (String form :
        List.of("{ baseline: baseline.json }", "baseline.json", "{ file: x, heartbeat: y }")) {
      claim("inference-monitoring", form);
      assertThat(detail()).as(form).contains("names a baseline and a heartbeat");
      assertThat(((Refuted) verify()).next())
          .isEqualTo("Write inference-monitoring: { baseline: FILE, heartbeat: FILE }.");
    }
  }

  private static <T> Optional<T> of(T value) {
    return Optional.of(value);
  }

  private static GuardPolicy monitors(MonitorPolicy monitors) {
    return new GuardPolicy(Span.ofDays(7), Map.of(), monitors);
  }

  private void claim(String control, String evidence) throws Exception {
    Files.writeString(
        repository.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: card-fraud, purpose: Scores payments. }
        models:
          fraud-gbt: { task: classification, files: fraud.onnx }
        components:
          scoring-api: { runs: fraud-gbt }
        controls:
          %s@scoring-api: { inference-monitoring: %s }
        """
            .formatted(control, evidence));
  }

  private void baseline(String system, Calibration calibration) throws Exception {
    String model = HashAlgorithm.SHA256.hex(Files.readAllBytes(repository.resolve("fraud.onnx")));
    Statement statement =
        new Baseline(
                List.of(Subject.sha256("fraud.onnx", model)),
                List.of(),
                BEAT,
                "countersign test",
                calibration,
                new ModelBaseline(
                    system, "fraud", "fraud-gbt", Optional.empty(), Map.of(), Map.of()))
            .statement();
    write("baseline.json", CI, statement);
    digest = HashAlgorithm.SHA256.hex(Statements.write(statement));
  }

  private WatchHeartbeat heartbeat(Instant at, OpenIncident... incidents) {
    return new WatchHeartbeat(
        List.of(digest),
        at.minusSeconds(86_400),
        at,
        Optional.of(at.minusSeconds(86_400)),
        70_000,
        new TreeMap<>(Map.of("extraction", 1, "evasion", 1)),
        Map.of(),
        List.of(incidents),
        0);
  }

  private static OpenIncident incident(String id, Severity severity) {
    Instant since = BEAT.minusSeconds(86_400);
    return new OpenIncident(
        id, severity, "model-extraction@fraud-gbt", "card-fraud", "extraction", since, since);
  }

  private void write(String name, KeyPair key, Statement statement) throws Exception {
    Files.write(
        repository.resolve(name),
        Signers.key(key.getPrivate(), key.getPublic()).sign(statement).toJson());
  }

  /** With the file as the user would type it in this folder. */
  private String detail() {
    return ((Refuted) verify()).detail().replace(repository + "/", "");
  }

  private EvidenceResult verify() {
    SystemModel system =
        ModelReader.read(repository.resolve("countersign.yaml")).model().orElseThrow();
    ControlClaim claim = system.controls().values().iterator().next();
    TrustContext trust =
        new TrustContext(
            TrustReader.read(repository.resolve("countersign-trust.yaml")).trusted(), History.NONE);
    Context context =
        new Context(
            claim,
            system,
            trust,
            repository,
            repository,
            LocalDate.parse("2026-11-22"),
            LocalDate.parse("2028-11-22"),
            ArtefactPolicy.USUAL,
            policy);
    return Verifiers.registered().verify(claim.evidence().values().iterator().next(), context);
  }
}
