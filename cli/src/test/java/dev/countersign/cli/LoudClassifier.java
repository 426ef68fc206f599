package dev.countersign.cli;

import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.ClassifierOpener;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.text.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** In place of the module for ONNX Runtime: a classifier that counts capital letters. */
public final class LoudClassifier implements ClassifierOpener {
  @Override
  public PromptClassifier open(Path file) throws IOException {
    return new Loud(Files.readString(file));
  }

  private record Loud(String name) implements PromptClassifier {
    @Override
    public String digest() {
      return "10".repeat(32);
    }

    @Override
    public Calibration calibration() {
      if (name.equals("uncalibrated")) {
        throw new IllegalStateException("Give it a profile: nobody calibrated it.");
      }
      return Calibration.of(0, new double[200]);
    }

    @Override
    public Peak peak(View view) {
      long capitals = view.toString().chars().filter(Character::isUpperCase).count();
      return new Peak(capitals, 0, view.length(), 1);
    }
  }
}
