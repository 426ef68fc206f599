package dev.countersign.fit.prompt;

import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptSettings;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import java.util.Arrays;
import java.util.List;

/** How texts score under one classifier, as the gate itself sees them. */
final class Judged {
  private final PromptGate gate;

  private Judged(PromptGate gate) {
    this.gate = gate;
  }

  static Judged by(NgramClassifier classifier) {
    return new Judged(PromptGate.of(classifier, PromptSettings.STANDARD));
  }

  double[] scores(List<Text> texts) {
    return texts.stream().mapToDouble(text -> gate.score(text.text()).score()).toArray();
  }

  /** The share of texts that are above the threshold of the gate. */
  double flagged(double[] scores) {
    return share(scores, gate.threshold());
  }

  static double share(double[] scores, double threshold) {
    return (double) Arrays.stream(scores).filter(score -> score > threshold).count()
        / Math.max(1, scores.length);
  }

  /** The chance that an attack scores higher than a benign text; half for the same score. */
  static double auc(double[] attacks, double[] benign) {
    double[] sorted = benign.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double score : attacks) {
      sum += (below(sorted, score, false) + below(sorted, score, true)) / 2.0;
    }
    return sum / ((double) attacks.length * benign.length);
  }

  private static int below(double[] sorted, double score, boolean equal) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < score || equal && sorted[middle] == score) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
