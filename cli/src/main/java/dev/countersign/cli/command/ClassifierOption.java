package dev.countersign.cli.command;

import dev.countersign.cli.console.Refused;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptSettings;
import dev.countersign.guard.prompt.classify.ClassifierFiles;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Another classifier for the prompt gate than the one that ships. */
final class ClassifierOption {
  @Option(
      names = "--classifier",
      paramLabel = "FILE",
      description = {
        "Describes another classifier, such as one in ONNX. The jars that open it are in the"
            + " folder that COUNTERSIGN_PLUGINS names."
      })
  @Nullable Path file;

  /**
   * That one, or the one that ships.
   *
   * @throws Refused if it cannot be used
   */
  PromptClassifier classifier() {
    if (file == null) {
      return NgramClassifier.shipped();
    }
    try {
      return ClassifierFiles.open(file);
    } catch (IOException wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
  }

  /** Which calibration there is without benign texts, as a line for people. */
  String calibration() {
    return file == null
        ? "The shipped calibration, on public texts.\n"
        : "The calibration that came with the classifier.\n";
  }

  /**
   * A gate with the calibration that comes with the classifier.
   *
   * @throws Refused if none does, or the classifier cannot be used
   */
  PromptGate gate() {
    try {
      return PromptGate.of(classifier(), PromptSettings.STANDARD);
    } catch (IllegalStateException uncalibrated) {
      throw new Refused(String.valueOf(uncalibrated.getMessage()));
    }
  }
}
