package dev.countersign.guard.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** A gate is made only from a profile that somebody signed, for the model that is served. */
class ProfileFileTest {
  private static final KeyPair KEY = NewKeys.generate(KeyKind.P256);
  private static final Signer SIGNER = Signers.key(KEY.getPrivate(), KEY.getPublic());
  private static final TrustPolicy TRUST = TrustPolicy.key(KEY.getPublic());
  private static final String MODEL = "a".repeat(64);
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final GuardProfile profile =
      new GuardProfile(
          Gate.INPUT,
          List.of(Subject.sha256("fraud.onnx", MODEL)),
          List.of(Subject.sha256("train.csv", "b".repeat(64))),
          NOW,
          "countersign test",
          Map.of("false-rejects", 0.01),
          JsonNodeFactory.instance.objectNode().put("threshold", 3));

  @Test
  void isReadAsItWasWritten() throws Exception {
    ProfileFile read = read(SIGNER, Gate.INPUT, TRUST);
    assertThat(read.profile()).isEqualTo(profile);
    assertThat(read.forModel(MODEL)).isSameAs(read);
  }

  @Test
  void isRefusedForAnotherModel() throws Exception {
    ProfileFile read = read(SIGNER, Gate.INPUT, TRUST);
    assertThatThrownBy(() -> read.forModel("c".repeat(64)))
        .isInstanceOf(UnusableProfile.class)
        .hasMessage(
            "The profile was made for another model: the one that is served has the SHA-256 "
                + "c".repeat(64)
                + ". Fit a profile for it (countersign guard fit).");
  }

  @Test
  void isRefusedForAnotherGate() {
    assertThatThrownBy(() -> read(SIGNER, Gate.TOOL, TRUST))
        .isInstanceOf(UnusableProfile.class)
        .hasMessage("fraud.json is for the input-gate, and the tool-gate was to be made from it.");
  }

  @Test
  void isRefusedFromAStranger() {
    KeyPair other = NewKeys.generate(KeyKind.P256);
    assertThatThrownBy(() -> read(SIGNER, Gate.INPUT, TrustPolicy.key(other.getPublic())))
        .isInstanceOf(UnusableProfile.class)
        .hasMessageStartingWith("fraud.json proves nothing: ");
  }

  @Test
  void isRefusedWhereItIsNoSignedStatement() {
    assertThatThrownBy(() ->
            ProfileFile.read(
                "{}".getBytes(StandardCharsets.UTF_8), Gate.INPUT, TRUST, "fraud.json"))
        .isInstanceOf(UnusableProfile.class)
        .hasMessageStartingWith("fraud.json is no signed profile: ");
  }

  @Test
  void isRefusedWhereARateIsNoShare() {
    Statement statement = profile.statement();
    statement.predicate().withObject("/rates").put("false-rejects", 1.5);
    assertThatThrownBy(() -> GuardProfile.read(statement))
        .isInstanceOf(UnusableProfile.class)
        .hasMessage(
            "The profile is malformed: a rate is no share from 0 to 1. Have it made again with"
                + " countersign guard.");
  }

  @Test
  void keepsToThePublishedSchema() throws Exception {
    assertThat(errors("guard-profile-1", profile.statement())).isEmpty();
  }

  @Test
  void aHeartbeatSaysHowTheGateDecided(@TempDir Path folder) throws Exception {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Heartbeats heartbeats = new Heartbeats(read(SIGNER, Gate.INPUT, TRUST), SIGNER, clock);
    heartbeats.count(Decision.ACCEPT);
    heartbeats.count(Decision.ACCEPT);
    heartbeats.count(Decision.REJECT);
    heartbeats.write(folder.resolve("beat.json"));
    Statement said = heartbeats.now().statement();
    assertThat(Heartbeat.read(said)).contains(heartbeats.now());
    assertThat(heartbeats.now().counts())
        .containsOnly(
            Map.entry(Decision.ACCEPT, 2L),
            Map.entry(Decision.FLAG, 0L),
            Map.entry(Decision.REJECT, 1L));
    assertThat(errors("guard-heartbeat-1", said)).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("beat.json"));
    }
  }

  @Test
  void aHeartbeatThatCannotBeWrittenLeavesTheLastOne(@TempDir Path folder) throws Exception {
    Heartbeats heartbeats =
        new Heartbeats(
            read(SIGNER, Gate.INPUT, TRUST),
            SIGNER,
            Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    Path file = folder.resolve("beat.json");
    Files.createDirectory(file);
    Files.writeString(file.resolve("in-the-way"), "");
    assertThatThrownBy(() -> heartbeats.write(file)).isInstanceOf(java.io.IOException.class);
    assertThat(file.resolve("in-the-way")).exists();
  }

  private ProfileFile read(Signer signer, Gate gate, TrustPolicy trust) throws Exception {
    return ProfileFile.read(signer.sign(profile.statement()).toJson(), gate, trust, "fraud.json");
  }

  private static List<?> errors(String schema, Statement statement) throws Exception {
    Path file = Path.of("../docs/schema/" + schema + ".schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file), InputFormat.JSON)
        .validate(statement.predicate().toString(), InputFormat.JSON);
  }
}
