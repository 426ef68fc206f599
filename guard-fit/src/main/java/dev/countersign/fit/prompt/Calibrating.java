package dev.countersign.fit.prompt;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.text.Normaliser;
import dev.countersign.guard.prompt.text.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calibrates a classifier on benign texts: what the shipped calibration and a user's own are. */
public final class Calibrating {
  private static final double TAIL = 0.9;

  private Calibrating() {}

  /**
   * From benign texts that the classifier was not trained on.
   *
   * @param texts at least one that is not empty
   */
  public static Calibration on(List<String> texts, PromptClassifier classifier) {
    List<Peak> peaks = new ArrayList<>();
    texts.forEach(text -> peaks.add(highest(text, classifier)));
    double tail = tail(peaks);
    double[] corrected =
        peaks.stream()
            .mapToDouble(peak -> peak.score() - tail * Math.log(peak.windows()))
            .toArray();
    return Calibration.of(tail, corrected);
  }

  private static Peak highest(String text, PromptClassifier classifier) {
    Peak best = new Peak(Double.NEGATIVE_INFINITY, 0, 0, 1);
    for (View view : Normaliser.normalise(text, Deadline.none()).views()) {
      Peak peak = classifier.peak(view);
      best = peak.score() > best.score() ? peak : best;
    }
    return best;
  }

  /**
   * The scale of the upper tail, as if it were exponential: the mean excess over its quantile
   * (Pickands 1975, with shape 0). Texts of one window each have it purest.
   */
  private static double tail(List<Peak> peaks) {
    double[] sorted = peaks.stream().mapToDouble(Peak::score).sorted().toArray();
    int from = (int) (sorted.length * TAIL);
    double excess = Arrays.stream(sorted, from, sorted.length).map(score -> score - sorted[from]).sum();
    return Math.max(0, excess / Math.max(1, sorted.length - from - 1));
  }
}
