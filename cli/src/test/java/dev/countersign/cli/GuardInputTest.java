package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input gate on the command line, from training data to decisions. */
class GuardInputTest {
  private static final String HEADER = "id,age,years,job,class\n";

  @TempDir Path folder;

  @BeforeEach
  void trainingDataAModelAndAKey() throws IOException {
    Files.writeString(folder.resolve("people.onnx"), "the bytes of a model");
    Files.writeString(folder.resolve("train.csv"), HEADER + people(1, 2_000));
    Files.writeString(
        folder.resolve("today.csv"),
        HEADER
            + people(2, 30)
            + "31,250,22,sales,a\n"
            + "32,25,43,law,a\n"
            + "33,44,22,spy,b\n"
            + "34,,22,law,b\n");
    run("keys", "new", "--no-passphrase", "--out", path("ada"));
  }

  @Test
  void aGateIsFittedAndSaysWhatTheHeldOutRowsGot() {
    Run run = fit();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // The size of a signature varies by a byte or two.
    Golden.assertMatches(
        "guard/input-fit.txt", shown(run.out()).replaceFirst("[0-9,]+ bytes", "N bytes"));
  }

  @Test
  void rowsAreDecidedWithReasons() {
    fit();
    Run run = score("--public-key", path("ada.pub.pem"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Golden.assertMatches("guard/input-score.txt", run.out());
  }

  @Test
  void programsGetTheSame() {
    fit();
    Run run = score("--public-key", path("ada.pub.pem"), "--format", "json");
    Golden.assertMatches("guard/input-score.json", run.out());
    Published.assertIs("guard-score", run.out());
    Published.assertIs("guard-fit", fit("--format", "json").out());
  }

  @Test
  void theExitCodeSaysWhatWasAskedFor() {
    fit();
    String key = path("ada.pub.pem");
    assertThat(score("--public-key", key, "--fail-on", "reject").code()).isEqualTo(1);
    assertThat(score("--public-key", key, "--fail-on", "flag").code()).isEqualTo(1);
    assertThat(score("--public-key", key, "--fail-on", "never").code()).isZero();
  }

  @Test
  void aProfileThatNobodyTrustsIsRefused() {
    fit();
    run("keys", "new", "--no-passphrase", "--out", path("eve"));
    Run run = score("--public-key", path("eve.pub.pem"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("proves nothing");
    assertThat(score().code()).isEqualTo(2);
  }

  @Test
  void aProfileThatWasChangedIsRefused() throws IOException {
    fit();
    Path profile = folder.resolve("people.input-gate.json");
    String text = Files.readString(profile);
    int at = text.indexOf("\"payload\"") + 100;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(profile, text.substring(0, at) + other + text.substring(at + 1));
    assertThat(score("--public-key", path("ada.pub.pem")).code()).isEqualTo(2);
  }

  @Test
  void dataWithoutAFeatureAreRefused() throws IOException {
    fit();
    Files.writeString(folder.resolve("today.csv"), "age,job\n30,law\n");
    Run run = score("--public-key", path("ada.pub.pem"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("lack 1 of the 3 features").contains("years");
  }

  @Test
  void whatCannotBePromisedIsRefused() {
    Run run = fit("--false-rejects", "0.0001");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("2,000 rows are too few to promise that 0.01 %");
    assertThat(fit("--false-rejects", "2").err()).contains("share of false rejects");
    assertThat(fit("--prediction", "clas").err())
        .contains("there is no column 'clas'. There are: ");
  }

  private Run fit(String... more) {
    return run(
        with(
            more,
            "guard",
            "fit",
            path("train.csv"),
            "--model",
            path("people.onnx"),
            "--ignore",
            "id",
            "--label",
            "class",
            "--out",
            path("people.input-gate.json"),
            "--key",
            path("ada.key.pem")));
  }

  private Run score(String... more) {
    return run(with(more, "guard", "score", path("people.input-gate.json"), path("today.csv")));
  }

  private static String[] with(String[] more, String... first) {
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private static Run run(String... args) {
    return Run.of(args);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String shown(String text) {
    return text.replace(folder + "/", "");
  }

  /** Years of work follow from age; one in ten tells no job. */
  private static String people(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      double age = 20 + 45 * random.nextDouble();
      double years = Math.max(0, age - 22 + 2 * random.nextGaussian());
      String job = random.nextInt(10) == 0 ? "" : new String[] {"sales", "law", "art"}[i % 3];
      rows.append(
          String.format(
              Locale.ROOT, "%d,%.1f,%.1f,%s,%s\n", i, age, years, job, i % 2 == 0 ? "a" : "b"));
    }
    return rows.toString();
  }
}
