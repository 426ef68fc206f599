package dev.countersign.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of model files, as its readers get it. */
class InspectTest {
  private static final byte[] HARMFUL = "cos\nsystem\n(S'touch harmed'\ntR.".getBytes(ISO_8859_1);
  private static final byte[] OF_OUR_OWN =
      "\u0080\u0002cacme.models\nScorer\n)\u0081}b.".getBytes(ISO_8859_1);

  @TempDir Path parent;
  private Path models;

  @BeforeEach
  void threeModels() throws IOException {
    models = Files.createDirectories(parent.resolve("models"));
    Files.createDirectories(parent.resolve(".git"));
    Files.write(models.resolve("harmful.pkl"), HARMFUL);
    Files.write(models.resolve("ours.pkl"), OF_OUR_OWN);
    Files.write(models.resolve("plain.pkl"), "\u0080\u0002}q\u0000.".getBytes(ISO_8859_1));
    Files.writeString(models.resolve("notes.txt"), "Nothing to see.");
  }

  @Test
  void thePageSaysWhatIsThereWhatWouldHappenAndWhatToDo() {
    Run run = inspect(models.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("inspect/models.txt", shown(run.out()));
  }

  @Test
  void allTellsOfCleanFilesToo() {
    Golden.assertMatches("inspect/all.txt", shown(inspect("--all", models.toString()).out()));
  }

  @Test
  void oneCleanFilePasses() {
    Run run = inspect(models.resolve("plain.pkl").toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("CLEAN ").contains("1 model artefact: 1 clean.");
  }

  @Test
  void whatIsInsideOfAnArchiveIsNamedWithItsPath() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("weights/layer.pkl"));
      zip.write(HARMFUL);
    }
    Path archive = models.resolve("bundle.zip");
    Files.write(archive, bytes.toByteArray());
    Run run = inspect(archive.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("MALICIOUS")
        .contains("weights/layer.pkl, byte 29: REDUCE os.system('touch harmed')");
  }

  @Test
  void aPolicyAllowsWhatIsOurOwn() throws IOException {
    policy("artefacts: { allowed: acme.models.Scorer }");
    Run run = inspect(models.resolve("ours.pkl").toString());
    assertThat(run.code()).isZero();
  }

  @Test
  void aPolicyForbidsAFormat() throws IOException {
    policy("artefacts: { forbidden: [pickle] }");
    Run run = inspect(models.resolve("plain.pkl").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("policy-format");
  }

  @Test
  void aPolicyThatNamesAnUnknownFormatIsRefused() throws IOException {
    policy("artefacts: { forbidden: [pickel] }");
    Run run = inspect(models.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("pickel").contains("pickle");
  }

  @Test
  void failOnChoosesWhatFails() {
    String ours = models.resolve("ours.pkl").toString();
    assertThat(inspect(ours).code()).isEqualTo(1);
    assertThat(inspect("--fail-on=malicious", ours).code()).isZero();
    String harmful = models.resolve("harmful.pkl").toString();
    assertThat(inspect("--fail-on=malicious", harmful).code()).isEqualTo(1);
    assertThat(inspect("--fail-on=never", harmful).code()).isZero();
  }

  @Test
  void jsonFitsItsSchema() throws IOException {
    Run run = inspect("--format=json", "--hash", models.toString());
    Published.assertIs("inspect", run.out());
    Golden.assertMatches("inspect/models.json", shown(run.out()));
  }

  @Test
  void sarifNamesTheByte() {
    Golden.assertMatches(
        "inspect/models.sarif", shown(inspect("--format=sarif", models.toString()).out()));
  }

  @Test
  void aSignedScanIsWritten() throws IOException {
    Run keys =
        Run.of(
            "keys",
            "new",
            "--no-passphrase",
            "--allow-in-repository",
            "--out",
            parent.resolve("ci").toString());
    assertThat(keys.code()).as(keys.err()).isZero();
    Path scan = parent.resolve("scan.json");
    Run run =
        inspect(
            models.resolve("plain.pkl").toString(),
            "--attest",
            scan.toString(),
            "--key",
            parent.resolve("ci.key.pem").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(scan).content().contains("dsseEnvelope");
  }

  @Test
  void whatDoesNotExistIsRefused() {
    Run run = inspect(parent.resolve("absent.pt").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("does not exist. Name a model file");
  }

  private void policy(String text) throws IOException {
    Files.writeString(
        parent.resolve("countersign-policy.yaml"), "countersign-policy: 1\n" + text + "\n");
  }

  private String shown(String text) {
    return text.replace(parent.toString(), "/srv")
        .replaceAll("countersign [0-9.]+[A-Z-]*", "countersign VERSION");
  }

  private static Run inspect(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "inspect";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.of(all);
  }
}
