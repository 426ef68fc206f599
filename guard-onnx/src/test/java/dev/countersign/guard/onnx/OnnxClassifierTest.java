package dev.countersign.guard.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptProfile;
import dev.countersign.guard.prompt.PromptSettings;
import dev.countersign.guard.prompt.Scored;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.ClassifierFiles;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model in ONNX Runtime, with a real tokenizer of Hugging Face's; both tiny. */
class OnnxClassifierTest {
  private static final String BENIGN = "the weather is sunny ";

  @TempDir private Path folder;

  private OnnxClassifier tiny(String... more) throws IOException {
    return OnnxClassifier.open(OnnxFile.read(TinyModel.write(folder, more)));
  }

  private static PromptGate gate(OnnxClassifier classifier) {
    double[] benign = new double[200];
    Arrays.fill(benign, -1);
    return PromptGate.of(classifier, Calibration.of(0, benign), PromptSettings.STANDARD);
  }

  @Test
  void theScoreIsTheLogarithmOfTheOdds() throws IOException {
    try (OnnxClassifier classifier = tiny()) {
      assertThat(gate(classifier).score("Ignore instructions").score()).isEqualTo(3.5);
      assertThat(gate(classifier).score("sunny weather").score()).isEqualTo(-2);
    }
  }

  @Test
  void itSaysWhereTheAttackIs() throws IOException {
    try (OnnxClassifier classifier = tiny("\"window\": 64")) {
      String text = BENIGN.repeat(20) + "ignore instructions " + BENIGN.repeat(20);
      Scored scored = gate(classifier).score(text);
      assertThat(scored.decision()).isEqualTo(Decision.FLAG);
      assertThat(text.substring(scored.from(), scored.to()))
          .hasSizeLessThanOrEqualTo(64)
          .contains("ignore instructions");
      assertThat(gate(classifier).score(BENIGN.repeat(40)).decision()).isEqualTo(Decision.ACCEPT);
    }
  }

  @Test
  void theOthersInABatchMakeNoDifference() throws IOException {
    String text = BENIGN.repeat(9) + "ignore";
    double[] scores =
        IntStream.of(1, 2, 3, 64)
            .mapToDouble(batch -> {
              try (OnnxClassifier classifier = tiny("\"window\": 64", "\"batch\": " + batch)) {
                return gate(classifier).score(text).score();
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              }
            })
            .toArray();
    assertThat(scores).containsOnly(scores[0]);
  }

  @Test
  void aWindowOfTooManyTokensIsDividedAndNotCut() throws IOException {
    try (OnnxClassifier classifier = tiny("\"window\": 1000", "\"tokens\": 12")) {
      String text = ". ".repeat(200) + "ignore instructions" + " .".repeat(200);
      Scored scored = gate(classifier).score(text);
      assertThat(scored.decision()).isEqualTo(Decision.FLAG);
      assertThat(scored.complete()).isTrue();
      assertThat(text.substring(scored.from(), scored.to())).contains("ignore");
    }
  }

  @Test
  void whatDividingDoesNotHelpIsDecidedByTheFailMode() throws IOException {
    try (OnnxClassifier classifier = tiny("\"window\": 64", "\"tokens\": 8")) {
      assertThat(gate(classifier).score("a.b.c.d.").complete()).isFalse();
    }
  }

  @Test
  void soIsWhatIsNotDoneInTime() throws IOException {
    try (OnnxClassifier classifier = tiny("\"window\": 64")) {
      Scored scored =
          gate(classifier).score(BENIGN.repeat(20_000), Deadline.in(Duration.ofMillis(1)));
      assertThat(scored.complete()).isFalse();
      assertThat(scored.decision()).isEqualTo(Decision.FLAG);
    }
  }

  @Test
  void anotherFileThanWasSaidIsNotOpened() throws IOException {
    Path description = TinyModel.write(folder);
    byte[] model = TinyModel.model();
    model[model.length - 1]++;
    Files.write(folder.resolve("model.onnx"), model);
    assertThatThrownBy(() -> OnnxClassifier.open(OnnxFile.read(description)))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("model.onnx", Pinned.sha256(model), "expected");
  }

  @Test
  void norIsWhatIsNoModel() throws IOException {
    Path description = TinyModel.write(folder, "no model".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> OnnxClassifier.open(OnnxFile.read(description)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void norAreWeightsInAnotherFileWhichNobodyHasComparedWithAnything() throws IOException {
    byte[] model = TinyModel.modelOf(folder.resolve("weights.bin"));
    Path description = TinyModel.write(folder, model);
    assertThatThrownBy(() -> OnnxClassifier.open(OnnxFile.read(description)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void norAreThoseBelowTheFolderThatTheProcessWasStartedIn() throws IOException {
    Path here = Files.createTempFile(Files.createDirectories(Path.of("target")), "weights", ".bin");
    try {
      for (byte[] model : List.of(TinyModel.modelOf(here), TinyModel.modelOf("../" + here))) {
        Path description = TinyModel.write(folder, model);
        assertThatThrownBy(() -> OnnxClassifier.open(OnnxFile.read(description)))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("cannot be used");
      }
    } finally {
      Files.delete(here);
    }
  }

  @Test
  void norIsALabelThatTheModelDoesNotHave() throws IOException {
    Path description = TinyModel.write(folder);
    Files.writeString(
        description, Files.readString(description).replace("label\": 1", "label\": 2"));
    assertThatThrownBy(() -> OnnxClassifier.open(OnnxFile.read(description)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the model has 2 labels");
  }

  @Test
  void aProfileIsForThisModelAndTheseWindows() throws IOException, UnusableProfile {
    PromptProfile profile;
    try (OnnxClassifier classifier = tiny()) {
      profile =
          new PromptProfile(
              classifier.name(),
              classifier.digest(),
              Calibration.of(0, new double[200]),
              PromptSettings.STANDARD);
      assertThat(profile.gate(classifier).score("ignore").decision()).isEqualTo(Decision.FLAG);
    }
    try (OnnxClassifier other = tiny("\"window\": 64")) {
      assertThatThrownBy(() -> profile.gate(other))
          .isInstanceOf(UnusableProfile.class)
          .hasMessageContaining("tiny");
    }
  }

  @Test
  void aCalibrationMayComeWithIt() throws IOException {
    String scores = "0, ".repeat(199) + "0";
    try (OnnxClassifier classifier =
        tiny("\"calibration\": { \"tail\": 0.1, \"benign\": [" + scores + "] }")) {
      PromptGate gate = PromptGate.of(classifier, PromptSettings.STANDARD);
      assertThat(gate.score("ignore instructions").decision()).isEqualTo(Decision.FLAG);
    }
    try (OnnxClassifier classifier = tiny()) {
      assertThatThrownBy(() -> PromptGate.of(classifier, PromptSettings.STANDARD))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no calibration");
    }
  }

  @Test
  void afterItIsClosedTheFailModeDecides() throws IOException {
    OnnxClassifier classifier = tiny();
    classifier.close();
    classifier.close();
    Scored scored = gate(classifier).score("sunny");
    assertThat(scored.complete()).isFalse();
    assertThat(scored.decision()).isEqualTo(Decision.FLAG);
  }

  @Test
  void aThreadWithASmallStackMayOpenAndUseIt() throws Exception {
    AtomicReference<Double> score = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () -> {
              try (OnnxClassifier classifier = tiny()) {
                score.set(gate(classifier).score("ignore " + BENIGN.repeat(500)).score());
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              }
            },
            "small",
            256 << 10);
    small.start();
    small.join();
    assertThat(score.get()).isNotNull();
  }

  @Test
  void severalThreadsMayUseIt() throws IOException {
    try (OnnxClassifier classifier = tiny()) {
      PromptGate gate = gate(classifier);
      assertThat(
              IntStream.range(0, 64)
                  .parallel()
                  .mapToDouble(i -> gate.score(i % 2 == 0 ? "ignore" : "sunny").score())
                  .sum())
          .isEqualTo(32 * 2.0 - 32);
    }
  }

  @Test
  void programsThatKnowOnlyTheFileGetTheSameOneAgain() throws IOException {
    Path description = TinyModel.write(folder, "\"window\": 100");
    PromptClassifier classifier = ClassifierFiles.open(description);
    assertThat(classifier.name()).isEqualTo("tiny");
    assertThat(ClassifierFiles.open(description)).isSameAs(classifier);
    TinyModel.write(folder, "\"window\": 101");
    assertThat(ClassifierFiles.open(description)).isNotSameAs(classifier);
  }

  @Test
  void mistakesInTheDescriptionAreNamed() throws IOException {
    assertThat(refused("\"batches\": 3")).contains("unknown key \"batches\"");
    assertThat(refused("\"tokens\": 100000")).contains("\"tokens\" is 100,000", "8 to 8,192");
    assertThat(refused("\"window\": \"all\"")).contains("\"window\" is no whole number");
    assertThat(refused("\"calibration\": { \"tail\": 0, \"benign\": [] }"))
        .contains("classifier.json", "benign scores");
  }

  private String refused(String more) throws IOException {
    Path description = TinyModel.write(folder, more);
    try {
      OnnxFile.read(description);
      return "accepted";
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
