package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.assess.trust.Trusted;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any in-toto statement counts, if somebody who may says it of these bytes, and it holds. */
class AttestationVerifierTest {
  private static final Place PLACE = new Place("countersign.yaml", 12, 5);
  private static final String TYPE = "https://scanner.example/report/v1";
  private static final KeyPair SCANNER = NewKeys.generate(KeyKind.P256);

  @TempDir Path repository;
  private final Map<String, String> arguments = new TreeMap<>();
  private String rules = "[{ identity: scanner, roles: [ci], systems: [card-fraud] }]";

  @BeforeEach
  void aScannedModel() throws Exception {
    Files.createDirectories(repository.resolve(".git"));
    Files.createDirectories(repository.resolve("keys"));
    Files.writeString(repository.resolve("model.onnx"), "weights");
    Files.write(repository.resolve("keys/scanner.pub.pem"), PublicKeys.pem(SCANNER.getPublic()));
    sign(
        "scan.json",
        SCANNER,
        statement(
            "{\"result\":\"PASSED\",\"score\":1,\"at\":\"2026-11-20T10:00:00Z\",\"of\":null,\"findings\":[{\"level\":3}]}"));
    arguments.put("file", "scan.json");
    arguments.put("predicate", TYPE);
    arguments.put("subject", "model.onnx");
  }

  @Test
  void holdsAndSaysOfWhichBytesByWhom() {
    Verified verified = (Verified) verify();
    assertThat(verified.detail()).startsWith("The scanner attested model.onnx (" + TYPE + ").");
    assertThat(verified.digests())
        .containsExactly(Map.entry("model.onnx", "sha256:" + digest("weights")));
    assertThat(verified.by())
        .containsExactly(new EvidenceResult.Attester("scanner", "The scanner"));
  }

  @Test
  void conditionsSeeThePredicateTheSubjectsAndTheDay() {
    for (String where :
        List.of(
            "predicate.result == \"PASSED\"",
            "predicate.score >= 0.5 && predicate.score < 2",
            "predicate.findings.all(f, f.level < 4)",
            "predicate.findings.size() == 1",
            "subjects.exists(s, s.name == 'model.onnx')",
            "timestamp(predicate.at) > today - duration('240h')",
            "predicate.of == null",
            "!has(predicate.nothing)")) {
      arguments.put("where", where);
      assertThat(verify()).as(where).isInstanceOf(Verified.class);
    }
  }

  @Test
  void aConditionThatDoesNotHoldRefutes() {
    arguments.put("where", "predicate.score > 1");
    assertThat(refuted().detail())
        .isEqualTo("The condition does not hold for scan.json: predicate.score > 1");
  }

  @Test
  void aFieldThatIsNotThereIsNamed() {
    arguments.put("where", "predicate.verdict == 'PASSED'");
    assertThat(refuted().detail()).contains("cannot be decided for scan.json").contains("verdict");
  }

  @Test
  void aMistakeInTheConditionIsNamedWithItsColumn() {
    arguments.put("where", "predicate.score > 1 && wrong");
    assertThat(refuted().detail()).contains("column 24: undeclared reference to 'wrong'");
    arguments.put("where", "predicate.score >");
    assertThat(refuted().detail()).contains("is wrong: column ");
    arguments.put("where", "'PASSED'");
    assertThat(refuted().detail()).contains("is of type string");
    arguments.put("where", "predicate.result");
    assertThat(refuted().detail()).contains("neither true nor false");
    arguments.put("where", "(".repeat(100) + "true" + ")".repeat(100));
    assertThat(refuted().detail()).contains("is wrong");
    arguments.put("where", "true || ".repeat(1_000) + "true");
    assertThat(refuted().detail()).contains("is wrong");
  }

  @Test
  void otherBytesRefute() throws IOException {
    Files.writeString(repository.resolve("model.onnx"), "retrained");
    assertThat(refuted().detail())
        .isEqualTo(
            "scan.json is about other bytes: model.onnx has sha256 %s, and it names model.onnx sha256 %s."
                .formatted(digest("retrained"), digest("weights")));
  }

  @Test
  void anotherTypeRefutes() {
    arguments.put("predicate", "https://other.example/v1");
    assertThat(refuted().detail()).contains(TYPE).contains("https://other.example/v1");
  }

  @Test
  void theRightKeyForAnotherRoleOrSystemRefutes() {
    rules = "[{ identity: scanner, roles: [monitor] }]";
    assertThat(refuted().detail()).contains("No rule of").contains("as ci of card-fraud");
    rules = "[{ identity: scanner, roles: [ci], systems: [other] }]";
    assertThat(refuted().detail()).contains("No rule of").contains("as ci of card-fraud");
    rules = "[{ identity: scanner, roles: [ci], until: 2026-11-21 }]";
    assertThat(refuted().detail()).contains("ended");
    rules = "[{ identity: scanner, roles: [ci], until: 2026-11-22 }]";
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  @Test
  void anotherKeyRefutes() throws Exception {
    sign("scan.json", NewKeys.generate(KeyKind.ED25519), statement("{}"));
    assertThat(refuted().detail()).contains("Signed with none of the keys");
  }

  @Test
  void nobodyIsTrustedWithoutATrustPolicy() {
    EvidenceResult result = verify(TrustContext.NONE);
    assertThat(result).isInstanceOf(Refuted.class);
    assertThat(((Refuted) result).next()).contains("countersign trust");
  }

  @Test
  void bareEnvelopesAndLinesOfThemAreRead() throws Exception {
    Bundle right = Bundle.parse(Files.readAllBytes(repository.resolve("scan.json")));
    Files.write(repository.resolve("bare.json"), StrictJson.pretty(right.envelope().toJson()));
    arguments.put("file", "bare.json");
    assertThat(verify()).isInstanceOf(Verified.class);
    Bundle other =
        Signers.key(SCANNER.getPrivate(), SCANNER.getPublic())
            .sign(
                new Statement(
                    List.of(Subject.sha256("x", digest("x"))),
                    "https://x.example/v1",
                    StrictJson.object("{}".getBytes(StandardCharsets.UTF_8))));
    Files.writeString(
        repository.resolve("all.intoto.jsonl"),
        other.envelope().toJson() + "\n\n" + right.envelope().toJson() + "\n");
    arguments.put("file", "all.intoto.jsonl");
    assertThat(verify()).isInstanceOf(Verified.class);
    arguments.put("where", "predicate.score > 1");
    assertThat(refuted().detail()).contains("does not hold");
    Files.writeString(repository.resolve("all.intoto.jsonl"), "");
    assertThat(refuted().detail()).contains("empty");
  }

  @Test
  void aStatementThatIsTooOldRefutes() {
    arguments.put("max-age", "2d");
    arguments.put("dated", "at");
    assertThat(verify()).isInstanceOf(Verified.class);
    arguments.put("max-age", "1d");
    assertThat(refuted().detail()).isEqualTo("scan.json is of 2026-11-20, and may be 1 day old.");
    arguments.put("dated", "nowhere.at");
    assertThat(refuted().detail()).contains("has no day under nowhere.at");
    arguments.remove("dated");
    assertThat(refuted().next()).contains("dated");
  }

  @Test
  void whatItIsAboutHasToBeSaid() {
    arguments.remove("subject");
    assertThat(refuted().next()).contains("subject: PATH");
    arguments.put("subject", "none");
    assertThat(refuted().next()).contains("reason");
    arguments.put("reason", "it tells of the whole service");
    assertThat(((Verified) verify()).detail()).contains("no file, since it tells");
    arguments.put("subject", "../../etc/passwd");
    assertThat(refuted().detail()).contains("outside the repository");
  }

  @Test
  void whatIsWrittenWronglyIsExplained() {
    arguments.put("role", "janitor");
    assertThat(refuted().next()).contains("ml-lead");
    arguments.remove("role");
    arguments.remove("predicate");
    assertThat(refuted().detail()).contains("of which type");
    arguments.put("predicat", TYPE);
    assertThat(refuted().detail()).contains("predicat ");
  }

  private Refuted refuted() {
    return (Refuted) verify();
  }

  private EvidenceResult verify() {
    return verify(new TrustContext(Optional.of(trusted()), History.NONE));
  }

  private Trusted trusted() {
    TrustReader.Result result =
        TrustReader.parse(
            repository.resolve("countersign-trust.yaml"),
            """
            countersign-trust: 1
            identities:
              scanner: { name: The scanner, key: keys/scanner.pub.pem }
            rules: %s
            """
                .formatted(rules));
    assertThat(result.problems()).isEmpty();
    return result.trusted().orElseThrow();
  }

  private EvidenceResult verify(TrustContext trust) {
    Map<String, Argument> given = new TreeMap<>();
    arguments.forEach((name, text) -> given.put(name, new Argument(text, PLACE)));
    Evidence evidence = new Evidence("attestation", PLACE, given);
    ControlClaim claim =
        new ControlClaim("artefact-scanning", "fraud-gbt", PLACE, Map.of("attestation", evidence));
    Context context =
        new Context(
            claim,
            Contexts.system(claim),
            trust,
            repository,
            repository,
            LocalDate.parse("2026-11-22"),
            LocalDate.parse("2028-11-22"));
    return Verifiers.registered().verify(evidence, context);
  }

  private static Statement statement(String predicate) throws Exception {
    return new Statement(
        List.of(Subject.sha256("model.onnx", digest("weights"))),
        TYPE,
        StrictJson.object(predicate.getBytes(StandardCharsets.UTF_8)));
  }

  private void sign(String file, KeyPair key, Statement statement) throws Exception {
    Bundle bundle = Signers.key(key.getPrivate(), key.getPublic()).sign(statement);
    Files.write(repository.resolve(file), bundle.toJson());
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
