package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.policy.GuardPolicy;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Signers;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.inspect.scan.ScanStatement;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan counts if somebody who may signed it for these bytes, and nothing is found today. */
class ArtefactScanVerifierTest {
  private static final KeyPair CI = NewKeys.generate(KeyKind.P256);
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @TempDir Path repository;
  private String file = "models/fraud.safetensors";

  @BeforeEach
  void aModelInPlainText() throws Exception {
    Files.createDirectories(repository.resolve(".git"));
    Files.createDirectories(repository.resolve("models"));
    model("\u0002\0\0\0\0\0\0\0{}");
    Files.write(repository.resolve("ci.pub.pem"), PublicKeys.pem(CI.getPublic()));
    Files.writeString(
        repository.resolve("countersign-trust.yaml"),
        """
        countersign-trust: 1
        identities: { ci: { name: The pipeline, key: ci.pub.pem } }
        rules: [{ identity: ci, roles: [ci], systems: [card-fraud] }]
        """);
    claim("artefact-scan");
    scan();
  }

  @Test
  void holdsForTheBytesThatWereScanned() throws Exception {
    Verified verified = (Verified) verify(ArtefactPolicy.USUAL);
    assertThat(verified.detail())
        .isEqualTo(
            "The pipeline says that countersign test found nothing in models/fraud.safetensors on"
                + " 2026-11-20, and neither does this check.");
    assertThat(verified.digests()).containsOnlyKeys("models/fraud.safetensors");
  }

  @Test
  void provesNothingOfOtherBytes() throws Exception {
    model("\u0003\0\0\0\0\0\0\0{} ");
    assertThat(refuted().detail())
        .contains("models/fraud.safetensors as it is now was not scanned");
    assertThat(refuted().next())
        .matches(
            "countersign inspect \\S*models/fraud.safetensors --attest \\S*scan.json --key KEY");
  }

  @Test
  void provesNothingWhereTheScanItselfFoundSomething() throws Exception {
    model("cos\nsystem\n(S'id'\ntR.");
    scan();
    assertThat(refuted().detail()).contains("says that the scan found something malicious");
  }

  @Test
  void provesNothingOnceThePolicyForbidsTheFormat() throws Exception {
    ArtefactPolicy strict =
        new ArtefactPolicy(new TreeSet<>(), new TreeSet<>(Set.of("onnx")), new TreeSet<>());
    assertThat(((Refuted) verify(strict)).detail())
        .contains("what is known and asked today does: models/fraud.safetensors is suspicious")
        .contains("policy-format");
  }

  @Test
  void provesNothingOfAFormatThatNobodyKnows() throws Exception {
    file = "models/fraud.dat";
    claim("artefact-scan");
    model("only some text");
    scan();
    assertThat(refuted().detail()).contains("is of no format that is known");
  }

  @Test
  void theControlOfSafeFormatsAsksForAFormatWithoutCode() throws Exception {
    claim("safe-format");
    assertThat(verify(ArtefactPolicy.USUAL)).isInstanceOf(Verified.class);
    byte[] pickle = {(byte) 0x80, 4, 'K', 1, '.'};
    file = "models/fraud.pkl";
    claim("safe-format");
    Files.write(repository.resolve(file), pickle);
    scan();
    assertThat(refuted().detail()).contains("of a format that can carry code");
  }

  @Test
  void aStatementByNobodyWhoMayProvesNothing() throws Exception {
    KeyPair stranger = NewKeys.generate(KeyKind.P256);
    scan(stranger);
    assertThat(refuted().detail()).contains("proves nothing");
  }

  private void model(String text) throws Exception {
    Files.write(repository.resolve(file), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void claim(String control) throws Exception {
    Files.writeString(
        repository.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: card-fraud, purpose: Scores payments. }
        models:
          fraud-gbt: { task: classification, files: %s }
        controls:
          %s@fraud-gbt: { artefact-scan: scan.json }
        """
            .formatted(file, control));
  }

  private void scan() throws Exception {
    scan(CI);
  }

  private void scan(KeyPair key) throws Exception {
    Inspected found = Inspector.create().hashing().inspect(repository, Path.of(file));
    Files.write(
        repository.resolve("scan.json"),
        Signers.key(key.getPrivate(), key.getPublic())
            .sign(
                ScanStatement.of(
                    List.of(found), Set.of(ArtefactPolicy.USUAL), "countersign test", DAY))
            .toJson());
  }

  private Refuted refuted() throws Exception {
    return (Refuted) verify(ArtefactPolicy.USUAL);
  }

  private EvidenceResult verify(ArtefactPolicy policy) {
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
            policy,
            GuardPolicy.USUAL);
    return Verifiers.registered()
        .verify(Optional.ofNullable(claim.evidence().get("artefact-scan")).orElseThrow(), context);
  }
}
