package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill proves that it lists what is in use: every file by digest. */
class AiBomVerifierTest {
  private static final KeyPair CI = NewKeys.generate(KeyKind.P256);
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @TempDir Path repository;
  private String evidence = "bom.cdx.json";
  private String element = "llm";

  @BeforeEach
  void aModelOfTwoFilesAndItsBill() throws Exception {
    Files.createDirectories(repository.resolve(".git"));
    Files.createDirectories(repository.resolve("models"));
    write("models/a.safetensors", "first shard");
    write("models/b.safetensors", "second shard");
    write("bom.cdx.json", cycloneDx(digest("first shard"), digest("second shard")));
  }

  @Test
  void holdsWhereEveryFileIsListedByDigest() {
    Verified verified = (Verified) verify();
    assertThat(verified.detail())
        .endsWith("bom.cdx.json (CycloneDX 1.6) lists llm with all its 2 files as they are now.");
    assertThat(verified.digests()).containsOnlyKeys("models/a.safetensors", "models/b.safetensors");
  }

  @Test
  void namesEveryFileThatIsMissing() throws Exception {
    write("models/c.safetensors", "third shard");
    write("models/d.safetensors", "fourth shard");
    assertThat(refuted().detail())
        .contains(
            "does not list what is in use: models/c.safetensors is missing (sha256 "
                + digest("third shard")
                + "); models/d.safetensors is missing (sha256 "
                + digest("fourth shard"));
    assertThat(refuted().next()).contains("countersign bom ", " --out ");
  }

  @Test
  void isStaleWhereAFileHasChanged() throws Exception {
    write("models/b.safetensors", "retrained");
    assertThat(refuted().detail())
        .contains(
            "models/b.safetensors has changed (listed with sha256 %s, found %s)"
                .formatted(digest("second shard"), digest("retrained")));
  }

  @Test
  void aComponentAnswersForTheModelsThatItRuns() throws Exception {
    element = "api";
    assertThat(verify()).isInstanceOf(Verified.class);
    write("models/c.safetensors", "third shard");
    assertThat(refuted().detail()).contains("models/c.safetensors is missing");
  }

  @Test
  void anElementThatIsNotListedIsRefuted() throws Exception {
    write("bom.cdx.json", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"}");
    assertThat(refuted().detail()).endsWith("bom.cdx.json does not list llm.");
  }

  @Test
  void whatAModelWasMadeFromIsNotWhatItIs() throws Exception {
    write(
        "bom.cdx.json",
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"llm","pedigree":{
         "ancestors":[{"name":"models/a.safetensors","hashes":[{"alg":"SHA-256","content":"%s"}]}]}}]}
        """
            .formatted(digest("first shard")));
    assertThat(refuted().detail()).contains("models/a.safetensors is missing");
  }

  @Test
  void spdxOfBothGenerationsIsRead() throws Exception {
    String first = digest("first shard");
    String second = digest("second shard");
    write(
        "bom.cdx.json",
        """
        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
         {"type":"ai_AIPackage","spdxId":"https://x.example/#llm","name":"llm"},
         {"type":"software_File","spdxId":"urn:a","name":"a","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"%s"}]},
         {"type":"software_File","spdxId":"urn:b","name":"b","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"%s"}]}]}
        """
            .formatted(first, second));
    assertThat(((Verified) verify()).detail()).contains("(SPDX 3)");
    write(
        "bom.cdx.json",
        """
        {"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"SPDXRef-llm","name":"llm"}],"files":[
         {"SPDXID":"SPDXRef-a","fileName":"./models/a.safetensors","checksums":[{"algorithm":"SHA256","checksumValue":"%s"}]},
         {"SPDXID":"SPDXRef-b","fileName":"./models/b.safetensors","checksums":[{"algorithm":"SHA256","checksumValue":"%s"}]}]}
        """
            .formatted(first, second));
    assertThat(((Verified) verify()).detail()).contains("(SPDX-2.3)");
  }

  @Test
  void whatIsNoBillIsRefusedAndNeverCrashes() throws Exception {
    write("bom.cdx.json", "[".repeat(100_000));
    assertThat(refuted().detail()).contains("cannot be read as a bill of materials");
    write("bom.cdx.json", "{\"name\":\"x\"}");
    assertThat(refuted().detail()).endsWith("is neither CycloneDX nor SPDX in JSON.");
    evidence = "../outside.json";
    assertThat(refuted().detail()).contains("lies outside the repository");
    evidence = "{ file: bom.cdx.json, signer: ada }";
    assertThat(refuted().detail()).contains("an argument signer that there is not");
    evidence = "{ file: bom.cdx.json, role: boss }";
    assertThat(refuted().detail()).isEqualTo("boss is no role.");
  }

  @Test
  void whereARoleIsAskedForOnlyASignedBillCounts() throws Exception {
    trust("roles: [ci]");
    evidence = "{ file: bom.cdx.json, role: ci }";
    assertThat(refuted().detail()).endsWith("is not signed, and it has to be, by ci.");
    sign("bom.cdx.json");
    Verified verified = (Verified) verify();
    assertThat(verified.detail()).endsWith("The pipeline signed it.");
    assertThat(verified.by()).extracting(EvidenceResult.Attester::identity).containsExactly("ci");
    evidence = "{ file: bom.cdx.json, role: ml-lead }";
    assertThat(refuted().detail()).contains("proves nothing");
  }

  @Test
  void aTrustPolicyWithARuleForBillsDemandsASignature() throws Exception {
    trust("roles: [ci], predicates: [\"https://cyclonedx.org/bom\"]");
    assertThat(refuted().detail())
        .endsWith("is not signed, and it has to be, as the trust policy has a rule for it.");
    sign("bom.cdx.json");
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  @Test
  void aSignatureThatNobodyIsTrustedForProvesNothing() throws Exception {
    sign("bom.cdx.json");
    assertThat(refuted().detail()).contains("Nobody is trusted to sign");
  }

  private void sign(String file) throws Exception {
    Statement statement =
        new Statement(
            List.of(Subject.sha256("models/a.safetensors", digest("first shard"))),
            "https://cyclonedx.org/bom",
            StrictJson.object(Files.readAllBytes(repository.resolve(file))));
    Files.write(
        repository.resolve(file),
        Signers.key(CI.getPrivate(), CI.getPublic()).sign(statement).toJson());
  }

  private void trust(String rule) throws IOException {
    Files.write(repository.resolve("ci.pub.pem"), PublicKeys.pem(CI.getPublic()));
    write(
        "countersign-trust.yaml",
        """
        countersign-trust: 1
        identities: { ci: { name: The pipeline, key: ci.pub.pem } }
        rules: [{ identity: ci, %s }]
        """
            .formatted(rule));
  }

  private Refuted refuted() {
    return (Refuted) verify();
  }

  private EvidenceResult verify() {
    SystemModel system = system();
    ControlClaim claim = Objects.requireNonNull(system.controls().get("ai-bom@" + element));
    return new AiBomVerifier()
        .verify(
            Objects.requireNonNull(claim.evidence().get("ai-bom")),
            new Context(claim, system, context(), repository, repository, DAY, DAY.plusYears(1)));
  }

  private TrustContext context() {
    Path file = repository.resolve("countersign-trust.yaml");
    return Files.exists(file)
        ? new TrustContext(TrustReader.read(file).trusted(), History.NONE)
        : new TrustContext(Optional.empty(), History.NONE);
  }

  private SystemModel system() {
    try {
      return ModelReader.read(
              Files.writeString(
                  repository.resolve("countersign.yaml"),
                  """
                  countersign: 1
                  system: { id: chat, purpose: Answers. }
                  models: { llm: { task: generation, files: "models/*.safetensors" } }
                  components: { api: { runs: llm } }
                  controls: { ai-bom@%s: { ai-bom: %s } }
                  """
                      .formatted(element, evidence)))
          .model()
          .orElseThrow();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String cycloneDx(String first, String second) {
    return """
    {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
     {"type":"machine-learning-model","bom-ref":"llm","name":"llm","components":[
      {"type":"file","name":"models/a.safetensors","hashes":[{"alg":"SHA-256","content":"%s"}]},
      {"type":"file","name":"models/b.safetensors","hashes":[{"alg":"SHA-256","content":"%s"}]}]}],
     "services":[{"bom-ref":"api","name":"api"}]}
    """
        .formatted(first, second);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(repository.resolve(file), text);
  }

  private static String digest(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
