package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Unchecked;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Place;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document proves a control while its bytes are those that somebody reviewed. */
class DocumentVerifierTest {
  /** The SHA-256 of "Reviewed.\n". */
  private static final String DIGEST =
      "f362f7fa4d9b6c7087a86aed4733c6835d82c59c04a219b2c3f0ed81a5875ea5";

  private static final Place PLACE = new Place("systems/countersign.yaml", 12, 5);

  @TempDir Path outside;
  private Path repository;
  private Path folder;
  private final Map<String, String> arguments = new TreeMap<>();

  @BeforeEach
  void aReviewedDocument() throws IOException {
    repository = outside.resolve("repository");
    folder = repository.resolve("systems");
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/limits.md"), "Reviewed.\n");
    arguments.put("file", "evidence/limits.md");
    arguments.put("sha256", DIGEST);
    arguments.put("reviewer", "lead@bank.example");
    arguments.put("expires", "2027-06-30");
  }

  @Test
  void verifiesWhatWasReviewed() {
    assertThat(verify("2027-06-30"))
        .isEqualTo(
            new Verified(
                "document",
                "systems/evidence/limits.md was reviewed by lead@bank.example and holds until"
                    + " 2027-06-30.",
                Map.of("systems/evidence/limits.md", "sha256:" + DIGEST),
                List.of(),
                List.of()));
  }

  @Test
  void refutesAfterTheLastDay() {
    assertThat(verify("2027-07-01"))
        .isEqualTo(
            new Refuted(
                "document",
                "The review of systems/evidence/limits.md expired on 2027-06-30.",
                "Have it reviewed again, then set expires, and sha256 to what this prints:"
                    + " sha256sum systems/evidence/limits.md"));
  }

  @Test
  void refutesOtherBytes() throws IOException {
    Files.writeString(folder.resolve("evidence/limits.md"), "Changed.\n");
    assertThat(verify())
        .isEqualTo(
            new Refuted(
                "document",
                "systems/evidence/limits.md has changed since its review: expected sha256 "
                    + DIGEST
                    + ", found 9dcb6a188fd6333f904035a60c597ae21be1e374fceedfbba16afdddec7632f3.",
                "Have it reviewed as it is now, then set sha256 to what this prints: sha256sum"
                    + " systems/evidence/limits.md"));
  }

  @Test
  void refutesWithoutAnArgument() {
    arguments.remove("reviewer");
    arguments.put("sha256", " ");
    assertThat(verify())
        .isEqualTo(
            new Refuted(
                "document",
                "The document lacks sha256, reviewer.",
                "Write document: { file: PATH, sha256: DIGEST, reviewer: WHO, expires: DATE }; the"
                    + " digest is what this prints: sha256sum systems/evidence/limits.md"));
  }

  @Test
  void refutesAnArgumentThatItDoesNotKnow() {
    arguments.put("sha512", "0");
    assertThat(verify().detail()).isEqualTo("A document has no argument sha512.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-6-30", "soon", "2027-02-30", "+12027-06-30"})
  void refutesADayThatIsNone(String day) {
    arguments.put("expires", day);
    assertThat(verify()).isInstanceOf(Refuted.class);
  }

  @Test
  void refutesAReviewThatOutlivesThePolicy() {
    arguments.put("expires", "2099-01-01");
    assertThat(verify())
        .isEqualTo(
            new Refuted(
                "document",
                "The review of systems/evidence/limits.md is said to hold until 2099-01-01; the"
                    + " policy believes none so long.",
                "Set expires to 2028-11-22 or earlier."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "XYZ", "sha256:00"})
  void refutesADigestThatIsNone(String rest) {
    arguments.put("sha256", DIGEST.substring(4) + rest);
    assertThat(verify().detail())
        .isEqualTo(
            "The sha256 of systems/evidence/limits.md is not 64 hexadecimal digits in lower case.");
  }

  @Test
  void refutesAFileThatIsNotThere() {
    arguments.put("file", "evidence/none.md");
    assertThat(verify())
        .isEqualTo(
            new Refuted(
                "document",
                "systems/evidence/none.md does not exist.",
                "Name a file inside the repository, relative to the file that lists the control."));
  }

  @Test
  void refutesAFolder() {
    arguments.put("file", "evidence");
    assertThat(verify().detail()).isEqualTo("systems/evidence is not a regular file.");
  }

  @Test
  void readsElsewhereInTheRepository() throws IOException {
    Files.writeString(repository.resolve("shared.md"), "Reviewed.\n");
    arguments.put("file", "../shared.md");
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  @Test
  void readsNothingOutsideTheRepository() throws IOException {
    Files.writeString(outside.resolve("secret.md"), "Reviewed.\n");
    arguments.put("file", "../../secret.md");
    assertThat(verify().detail()).endsWith("secret.md lies outside the repository.");
    arguments.put("file", outside.resolve("secret.md").toString());
    assertThat(verify().detail())
        .endsWith("secret.md is not a path relative to the file that names it.");
  }

  @Test
  void followsNoLinkOutOfTheRepository() throws IOException {
    Files.writeString(outside.resolve("secret.md"), "Reviewed.\n");
    Files.createSymbolicLink(folder.resolve("link.md"), outside.resolve("secret.md"));
    arguments.put("file", "link.md");
    assertThat(verify().detail())
        .isEqualTo("systems/link.md leads outside the repository by a symbolic link.");
  }

  @Test
  void followsALinkInsideTheRepository() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.md"), Path.of("evidence/limits.md"));
    arguments.put("file", "link.md");
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  @Test
  void readsNoPathThatIsNone() {
    arguments.put("file", "evidence\0.md");
    assertThat(verify().detail()).isEqualTo("evidence\0.md is not a path.");
  }

  @Test
  void readsNoMoreThanADocumentIsLong() throws IOException {
    Path huge = folder.resolve("huge.bin");
    // Sparse: takes no room on the disk.
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(FileDigest.MOST_BYTES + 1);
    }
    arguments.put("file", "huge.bin");
    assertThat(verify().detail()).isEqualTo("systems/huge.bin is larger than 64 MiB.");
  }

  @Test
  void suggestsACommandThatAShellCannotMisread() throws IOException {
    String name = "evil'; rm -rf $HOME #.md";
    Files.writeString(folder.resolve(name), "Changed.\n");
    arguments.put("file", name);
    assertThat(verify())
        .isInstanceOfSatisfying(
            Refuted.class,
            refuted ->
                assertThat(refuted.next())
                    .endsWith("sha256sum 'systems/evil'\\''; rm -rf $HOME #.md'"));
    assertThat(ShellWord.of("-c")).isEqualTo("./-c");
  }

  @Test
  void isFoundAsAService() {
    assertThat(Verifiers.registered().kinds()).contains("document");
  }

  @Test
  void isNoneForOtherKinds() {
    Evidence evidence = new Evidence("bom", PLACE, Map.of());
    ControlClaim claim = new ControlClaim("model-signing", "m", PLACE, Map.of("bom", evidence));
    Unchecked unchecked =
        (Unchecked) Verifiers.registered().verify(evidence, context(claim, "2026-11-22"));
    assertThat(unchecked.detail())
        .isEqualTo("Evidence of kind bom cannot be verified by this version of Countersign.");
    assertThat(unchecked.next())
        .startsWith("Keep it in place for a version that verifies it")
        .contains(
            "dataset-provenance, document, inference-monitoring, input-gate, model-signature");
  }

  @Test
  void standsAloneForItsKind() {
    List<EvidenceVerifier> twice = List.of(new DocumentVerifier(), new DocumentVerifier());
    assertThatThrownBy(() -> Verifiers.of(twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two verifiers of evidence of kind document");
  }

  private EvidenceResult verify() {
    return verify("2026-11-22");
  }

  private EvidenceResult verify(String today) {
    Map<String, Argument> given = new TreeMap<>();
    arguments.forEach((name, text) -> given.put(name, new Argument(text, PLACE)));
    Evidence evidence = new Evidence("document", PLACE, given);
    ControlClaim claim =
        new ControlClaim("rate-limiting", "api", PLACE, Map.of("document", evidence));
    return Verifiers.registered().verify(evidence, context(claim, today));
  }

  private Context context(ControlClaim claim, String today) {
    LocalDate day = LocalDate.parse(today);
    return new Context(
        claim,
        Contexts.system(claim),
        TrustContext.NONE,
        folder,
        repository,
        day,
        LocalDate.parse("2028-11-22"));
  }
}
