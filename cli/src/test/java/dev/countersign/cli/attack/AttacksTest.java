package dev.countersign.cli.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Statement;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.dsse.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody may try who can write to the repository but has not the keys that count: each
 * leaves the control unproven, and the message names the reason.
 */
class AttacksTest {
  private static final String DATA = "dataset-provenance@letters";
  private static final String TRAINING = "training-provenance@sorter";
  private static final String MODEL = "model-signing@sorter";
  private static final String TESTS = "behaviour-testing@sorter";
  private static final String GATE = "release-gate@sorter";
  private static final String DOCUMENT = "rate-limiting@api";
  private static final String PASSED = "\"result\": \"PASSED\"";

  @TempDir static Path original;
  private static final People PEOPLE = new People();

  @TempDir Path folder;
  private ProvenTree tree = new ProvenTree(Path.of(""));

  @BeforeAll
  static void signEverything() throws Exception {
    ProvenTree.made(original, PEOPLE);
  }

  @BeforeEach
  void takeACopy() throws IOException {
    tree = new ProvenTree(original).copiedTo(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {DATA, TRAINING, MODEL, TESTS, GATE, DOCUMENT})
  void untilSomebodyTriesEverythingIsProven(String control) {
    assertThat(tree.proven(control)).isTrue();
  }

  @Test
  void aStatementSignedByAKeyThatNobodyAdmitted() {
    tree.data("eve");

    assertThat(tree.refusal(DATA))
        .contains("Signed with none of the keys that countersign-trust.yaml names");
  }

  @Test
  void aSignatureOfTheRightKeyForTheWrongRole() {
    tree.model("dana");

    assertThat(tree.refusal(MODEL))
        .contains("No rule of countersign-trust.yaml lets dana speak as ml-lead or ci of desk")
        .contains("- { identity: dana, roles: [ml-lead], systems: [desk] }");
  }

  @Test
  void aSignOffOfTheRightKeyForTheWrongRole() throws Exception {
    String name = tree.signOff("security-lead");
    tree.put(name, PEOPLE.signer("ada"), tree.payload(name));

    assertThat(tree.findings("refused-sign-off"))
        .singleElement()
        .asString()
        .contains("lets ada speak as security-lead of desk");
    assertThat(tree.refusal(GATE)).contains("security-lead has not signed");
  }

  @Test
  void aSignOffReplayedFromAnotherSystem() throws IOException {
    String desk = tree.signOff("ml-lead");
    tree.edit("countersign.yaml", "id: desk", "id: archive");
    Files.createDirectories(tree.path(".countersign/sign-off/archive"));
    Files.move(tree.path(desk), tree.path(desk.replace("/desk/", "/archive/")));

    assertThat(tree.findings("refused-sign-off"))
        .anySatisfy(message ->
            assertThat(message).contains("It is about the system desk", "sign-offs of archive"));
    assertThat(tree.refusal(GATE)).contains("ml-lead has not signed");
  }

  @Test
  void aStatementOfOneSystemWhereTheRuleIsAboutAnother() throws IOException {
    tree.edit(
        "countersign-trust.yaml",
        "{ identity: dana, roles: [data-steward] }",
        "{ identity: dana, roles: [data-steward], systems: [archive] }");

    assertThat(tree.refusal(DATA)).contains("lets dana speak as data-steward or ci of desk");
  }

  @Test
  void aPayloadThatSaysItIsOfAnotherType() throws Exception {
    byte[] report = tree.report(PASSED).getBytes(UTF_8);
    tree.put(ProvenTree.TESTS, valid().sign(report, "application/json"));

    assertThat(tree.refusal(TESTS))
        .contains("payload of another type")
        .contains(Statement.PAYLOAD_TYPE);
  }

  @Test
  void aStatementOfOneKindInThePlaceOfAnother() throws IOException {
    Files.copy(
        tree.path(ProvenTree.TRAINING),
        tree.path(ProvenTree.DATASET),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(tree.refusal(DATA)).contains("https://slsa.dev/provenance/v1");
  }

  @Test
  void aKeyThatStandsTwiceInWhatIsSigned() throws Exception {
    tree.put(ProvenTree.TESTS, valid(), tree.report("\"result\": \"FAILED\", " + PASSED));

    assertThat(tree.refusal(TESTS)).contains("Duplicate", "\"result\"");
  }

  @Test
  void aKeyThatStandsTwiceInTheBundle() throws IOException {
    tree.edit(ProvenTree.TESTS, "\"dsseEnvelope\"", "\"dsseEnvelope\": {}, \"dsseEnvelope\"");

    assertThat(tree.refusal(TESTS)).contains("Duplicate", "\"dsseEnvelope\"");
  }

  @Test
  void aSignatureOverTheSameContentInAnotherForm() throws Exception {
    Bundle signed = Bundle.parse(Files.readAllBytes(tree.path(ProvenTree.TESTS)));
    byte[] compact = tree.report(PASSED).replaceAll("\\s", "").getBytes(UTF_8);
    Envelope other =
        new Envelope(signed.envelope().payloadType(), compact, signed.envelope().signatures());
    tree.put(ProvenTree.TESTS, Bundle.of(signed.material(), other));

    assertThat(tree.refusal(TESTS))
        .contains("does not fit the certificate: it was changed afterwards");
  }

  @Test
  void aReportThatSaysOtherwise() throws Exception {
    tree.put(ProvenTree.TESTS, valid(), tree.report("\"result\": \"FAILED\""));

    assertThat(tree.refusal(TESTS)).contains("predicate.result == \"PASSED\"");
  }

  @Test
  void aCertificateThatHasExpired() throws Exception {
    Signer expired = PEOPLE.pipeline(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
    tree.put(ProvenTree.TESTS, expired, tree.report(PASSED));

    assertThat(tree.refusal(TESTS)).contains("the certificate ran out on 2026-01-01");
  }

  @Test
  void aCertificateThatIsNotYetValid() throws Exception {
    Signer early = PEOPLE.pipeline(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
    tree.put(ProvenTree.TESTS, early, tree.report(PASSED));

    assertThat(tree.refusal(TESTS)).contains("the certificate is valid only from 2027-01-01");
  }

  @Test
  void theSignatureOfOneModelBesideAnother() throws IOException {
    tree.write("sorter.onnx", "other weights");

    assertThat(tree.refusal(MODEL)).contains("is not what ada signed");
    assertThat(tree.refusal(TRAINING)).contains("did not make sorter.onnx as it is now");
    assertThat(tree.refusal(TESTS)).contains("sorter.onnx");
    assertThat(tree.refusal(GATE)).contains("has changed since");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorter.onnx",
        "letters/a.csv",
        ProvenTree.DATASET,
        ProvenTree.TRAINING,
        ProvenTree.SIGNATURE,
        ProvenTree.TESTS,
        ProvenTree.DOCUMENT
      })
  void aLinkOutOfTheRepository(String name, @TempDir Path outside) throws IOException {
    Path elsewhere = outside.resolve("same-bytes");
    Files.move(tree.path(name), elsewhere);
    Files.createSymbolicLink(tree.path(name), elsewhere);

    String refusal = tree.refusal(restingOn(name));

    assertThat(refusal).containsAnyOf("link", "outside");
  }

  private static String restingOn(String name) {
    return switch (name) {
      case "sorter.onnx", ProvenTree.SIGNATURE -> MODEL;
      case ProvenTree.TRAINING -> TRAINING;
      case ProvenTree.TESTS -> TESTS;
      case ProvenTree.DOCUMENT -> DOCUMENT;
      default -> DATA;
    };
  }

  @Test
  void aSignOffThatIsALink(@TempDir Path outside) throws IOException {
    String name = tree.signOff("ml-lead");
    Files.move(tree.path(name), outside.resolve("same-bytes"));
    Files.createSymbolicLink(tree.path(name), outside.resolve("same-bytes"));

    assertThat(tree.refusal(GATE)).contains("ml-lead has not signed");
  }

  @Test
  void filesWhoseNamesWereMoved() throws IOException {
    Files.move(tree.path("letters/a.csv"), tree.path("letters/c.csv"));
    Files.move(tree.path("letters/b.csv"), tree.path("letters/a.csv"));
    Files.move(tree.path("letters/c.csv"), tree.path("letters/b.csv"));

    assertThat(tree.refusal(DATA)).contains("letters has changed since");
  }

  @Test
  void aManifestWhoseDigestIsRightAndWhoseNamesMoved() throws Exception {
    String a = tree.sha256("letters/a.csv");
    String b = tree.sha256("letters/b.csv");
    String moved =
        tree.payload(ProvenTree.DATASET).replace(a, "-").replace(b, a).replace("-\"", b + "\"");
    assertThat(moved).isNotEqualTo(tree.payload(ProvenTree.DATASET));
    tree.put(ProvenTree.DATASET, PEOPLE.signer("dana"), moved);

    assertThat(tree.refusal(DATA)).contains("contradicts itself", "digest");
  }

  @Test
  void aTrainingRunThatWasGivenOtherData() throws IOException {
    tree.write("letters/a.csv", "letter,label\n1,praise\n");
    tree.data("dana");

    assertThat(tree.proven(DATA)).isTrue();
    assertThat(tree.refusal(TRAINING)).contains("letters");
  }

  @Test
  void aDocumentThatIsNotTheOneThatWasReviewed() throws IOException {
    tree.write(ProvenTree.DOCUMENT, "# No limits\n");

    assertThat(tree.refusal(DOCUMENT)).contains("has changed since its review");
  }

  @Test
  void aClockThatIsAheadByMoreThanFiveMinutes() throws Exception {
    String today = LocalDate.now(ZoneId.systemDefault()).toString();

    dateSignOff(Instant.now().plus(4, ChronoUnit.MINUTES));
    assertThat(tree.findings("refused-sign-off", "--as-of", today)).isEmpty();

    dateSignOff(Instant.now().plus(7, ChronoUnit.MINUTES));
    assertThat(tree.findings("refused-sign-off", "--as-of", today))
        .singleElement()
        .asString()
        .contains("It is dated in the future");
  }

  /** Ada's sign-off with another date, which she signs. */
  private void dateSignOff(Instant at) throws Exception {
    String name = tree.signOff("ml-lead");
    String dated =
        tree.payload(name)
            .replaceFirst(
                "\"signedAt\":\\s*\"[^\"]*\"",
                "\"signedAt\":\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\"");
    tree.put(name, PEOPLE.signer("ada"), dated);
  }

  @Test
  void aTrustPolicyEditedInTheSameChangeAsTheStatementsThatItAdmits() throws Exception {
    Files.delete(tree.path(".git"));
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      commit(git, "countersign.yaml", "sorter.onnx", "letters", ProvenTree.DOCUMENT);
      commit(git, "countersign-trust.yaml", "keys", ".");

      assertThat(tree.findings("trust-changed-with-statement"))
          .hasSize(6)
          .allSatisfy(message -> assertThat(message).contains("commit ", "could admit themselves"))
          .anySatisfy(message -> assertThat(message).contains(tree.signOff("ml-lead")))
          .anySatisfy(message -> assertThat(message).contains(tree.signOff("security-lead")));

      Files.delete(tree.path(tree.signOff("ml-lead")));
      tree.signs("ada", "ml-lead");
      tree.data("dana");
      commit(git, ".");

      assertThat(tree.findings("trust-changed-with-statement"))
          .noneSatisfy(message -> assertThat(message).contains(ProvenTree.DATASET))
          .noneSatisfy(message -> assertThat(message).contains("ml-lead"));
    }
  }

  private static void commit(Git git, String... paths) throws Exception {
    for (String path : paths) {
      git.add().addFilepattern(path).call();
    }
    PersonIdent who = new PersonIdent("Test", "test@desk.example");
    git.commit().setMessage("Change").setAuthor(who).setCommitter(who).setSign(false).call();
  }

  private static Signer valid() {
    return PEOPLE.pipeline(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1));
  }
}
