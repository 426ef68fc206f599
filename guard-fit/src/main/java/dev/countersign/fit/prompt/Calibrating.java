package dev.countersign.fit.prompt;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.text.Normaliser;
import dev.countersign.guard.prompt.text.View;
import java.util.List;
import java.util.OptionalDouble;

/** Calibrates a classifier on benign texts: what the shipped calibration and a user's own are. */
public final class Calibrating {
  private static final double LONG = 4;

  private Calibrating() {}

  /**
   * From benign texts that the classifier was not trained on.
   *
   * @param texts at least one
   */
  public static Calibration on(List<String> texts, PromptClassifier classifier) {
    List<Peak> peaks = texts.stream().map(text -> highest(text, classifier)).toList();
    double tail =
        texts.stream()
            .map(text -> gain(text, classifier))
            .flatMapToDouble(OptionalDouble::stream)
            .average()
            .orElse(0);
    Calibration bare = Calibration.of(Math.max(0, tail), new double[] {0});
    return Calibration.of(bare.tail(), peaks.stream().mapToDouble(bare::corrected).toArray());
  }

  /**
   * By how much the highest window of a long text is higher than that of half of it, for each
   * factor e of length: what length alone adds. Where scores have an exponential tail it is the
   * scale of that tail.
   */
  private static OptionalDouble gain(String text, PromptClassifier classifier) {
    Peak whole = highest(text, classifier);
    if (whole.windows() < LONG) {
      return OptionalDouble.empty();
    }
    int middle = text.length() / 2;
    double first = highest(text.substring(0, middle), classifier).score();
    double second = highest(text.substring(middle), classifier).score();
    return OptionalDouble.of((whole.score() - (first + second) / 2) / Math.log(2));
  }

  /** The highest window of a text and of what is decoded out of it. */
  static Peak highest(String text, PromptClassifier classifier) {
    Peak best = new Peak(Double.NEGATIVE_INFINITY, 0, 0, 1);
    for (View view : Normaliser.normalise(text, Deadline.none()).views()) {
      Peak peak = classifier.peak(view);
      best = peak.score() > best.score() ? peak : best;
    }
    return best;
  }
}
