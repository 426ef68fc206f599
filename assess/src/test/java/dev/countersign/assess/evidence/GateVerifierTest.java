package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.policy.GuardPolicy;
import dev.countersign.assess.policy.Span;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Statements;
import dev.countersign.attest.Subject;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.Heartbeat;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A gate counts if its profile was made for the models behind it as they are now, and a gate that
 * runs with that very profile has said so lately.
 */
class GateVerifierTest {
  private static final KeyPair CI = NewKeys.generate(KeyKind.P256);
  private static final KeyPair GUARD = NewKeys.generate(KeyKind.P256);
  private static final Instant FITTED = Instant.parse("2026-11-01T08:00:00Z");
  private static final Instant BEAT = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path repository;
  private GuardPolicy policy = GuardPolicy.USUAL;
  private String signed = "";

  @BeforeEach
  void aModelBehindAnApi() throws Exception {
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
          guard: { name: The guard, key: guard.pub.pem }
        rules:
          - { identity: ci, roles: [ci] }
          - { identity: guard, roles: [guard] }
        """);
    claim("input-gate@scoring-api: { input-gate: { file: profile.json, heartbeat: beat.json } }");
    profile(Gate.INPUT, settings());
    beat(BEAT);
  }

  @Test
  void holdsWhileTheModelIsTheOneItWasFittedFor() {
    Verified verified = (Verified) verify();
    assertThat(verified.detail())
        .isEqualTo(
            "The pipeline made the input-gate for fraud.onnx; it ran on 2026-11-20 and had accepted"
                + " 970, flagged 20 and rejected 10. Measured: false-rejects 1.00 %,"
                + " false-rejects-held-out 1.20 %.");
    assertThat(verified.digests()).containsOnlyKeys("fraud.onnx");
  }

  @Test
  void aRetrainedModelNeedsANewProfile() throws Exception {
    Files.writeString(repository.resolve("fraud.onnx"), "a model, retrained");
    assertThat(detail()).startsWith("profile.json was not made for fraud.onnx as it is now");
  }

  @Test
  void aModelThatIsNotFetchedBindsNothing() throws Exception {
    Files.delete(repository.resolve("fraud.onnx"));
    assertThat(detail()).isEqualTo("No file of fraud-gbt is there to compare with profile.json.");
  }

  @Test
  void aGateOnAChannelStandsBeforeTheModelsOfWhoeverReadsIt() throws Exception {
    claim("sensor-hardening@feed: { input-gate: { file: profile.json, heartbeat: beat.json } }");
    assertThat(((Verified) verify()).digests()).containsOnlyKeys("fraud.onnx");
    Files.writeString(repository.resolve("fraud.onnx"), "a model, retrained");
    assertThat(detail()).startsWith("profile.json was not made for fraud.onnx as it is now");
  }

  @Test
  void aProfileAloneShowsNoGate() throws Exception {
    claim("input-gate@scoring-api: { input-gate: profile.json }");
    assertThat(detail()).isEqualTo("A profile alone does not show that a gate runs with it.");
    assertThat(refuted().next()).contains("input-gate: { file: PROFILE, heartbeat: FILE }");
  }

  @Test
  void aGateThatRunsWithAnotherProfileIsAnotherGate() throws Exception {
    profile(Gate.INPUT, settings().put("threshold", 1));
    assertThat(detail()).isEqualTo("beat.json is of a gate that runs with another profile.");
  }

  @Test
  void aGateThatWasSilentForLongerThanThePolicyAllowsIsGone() {
    policy = new GuardPolicy(Span.ofDays(1), Map.of());
    assertThat(detail()).isEqualTo("beat.json is of 2026-11-20, and may be 1 day old.");
  }

  @Test
  void onlyTheGuardMaySayThatItRuns() throws Exception {
    Files.write(repository.resolve("beat.json"), sign(CI, heartbeat(BEAT)).toJson());
    assertThat(detail()).contains("proves nothing");
  }

  @Test
  void aRateAboveWhatThePolicyAllowsIsRefuted() {
    policy =
        new GuardPolicy(
            Span.ofDays(7),
            Map.of(Gate.INPUT, new TreeMap<>(Map.of("false-rejects-held-out", 0.01))));
    assertThat(detail())
        .isEqualTo(
            "profile.json: false-rejects-held-out was measured as 1.20 %, and the policy allows"
                + " 1.00 %.");
  }

  @Test
  void aRateThatThePolicyBoundsAndNobodyMeasuredIsRefuted() {
    policy =
        new GuardPolicy(
            Span.ofDays(7), Map.of(Gate.INPUT, new TreeMap<>(Map.of("missed-attacks", 0.1))));
    assertThat(detail()).contains("does not say its rate missed-attacks");
  }

  @Test
  void aProfileOfAnotherGateDoesNotDo() throws Exception {
    profile(Gate.OUTPUT, settings());
    assertThat(detail()).isEqualTo("profile.json is for the output-gate.");
  }

  @Test
  void aToolThatThePolicyDoesNotKnowIsRefuted() throws Exception {
    claim("tool-gate@scoring-api: { tool-gate: { file: profile.json, heartbeat: beat.json } }");
    ObjectNode settings = settings();
    settings.putObject("tools").putObject("look-up");
    profile(Gate.TOOL, settings);
    beat(BEAT, Gate.TOOL);
    assertThat(detail()).isEqualTo("profile.json says nothing of the tool refund.");
    settings.withObject("/tools").putObject("refund");
    profile(Gate.TOOL, settings);
    beat(BEAT, Gate.TOOL);
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  private void claim(String control) throws Exception {
    Files.writeString(
        repository.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: card-fraud, purpose: Scores payments. }
        models:
          fraud-gbt: { task: classification, files: fraud.onnx }
        tools:
          look-up: { effect: [read] }
          refund: { effect: [spend] }
        channels:
          feed: { medium: camera }
        components:
          scoring-api: { runs: fraud-gbt, uses: [look-up, refund], reads: [feed] }
        controls:
          %s
        """
            .formatted(control));
  }

  private static ObjectNode settings() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void profile(Gate gate, ObjectNode settings) throws Exception {
    String digest = sha256(Files.readAllBytes(repository.resolve("fraud.onnx")));
    GuardProfile profile =
        new GuardProfile(
            gate,
            List.of(Subject.sha256("fraud.onnx", digest)),
            List.of(),
            FITTED,
            "countersign test",
            Map.of("false-rejects", 0.01, "false-rejects-held-out", 0.012),
            settings);
    Files.write(repository.resolve("profile.json"), sign(CI, profile.statement()).toJson());
    signed = sha256(Statements.write(profile.statement()));
  }

  private void beat(Instant at) throws Exception {
    beat(at, Gate.INPUT);
  }

  private void beat(Instant at, Gate gate) throws Exception {
    Files.write(
        repository.resolve("beat.json"),
        sign(GUARD, new Heartbeat(gate, signed, FITTED, at, counts()).statement()).toJson());
  }

  private Statement heartbeat(Instant at) {
    return new Heartbeat(Gate.INPUT, signed, FITTED, at, counts()).statement();
  }

  private static Map<Decision, Long> counts() {
    return Map.of(Decision.ACCEPT, 970L, Decision.FLAG, 20L, Decision.REJECT, 10L);
  }

  private static Bundle sign(KeyPair key, Statement statement) throws Exception {
    return Signers.key(key.getPrivate(), key.getPublic()).sign(statement);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** With the file as the user would type it in this folder. */
  private String detail() {
    return refuted().detail().replace(repository + "/", "");
  }

  private Refuted refuted() {
    return (Refuted) verify();
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
