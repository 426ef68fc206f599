package dev.countersign.guard.prompt.ngram;

import dev.countersign.guard.prompt.classify.Peak;

/**
 * The highest window over running sums of what words score. A window is some dozen words, so that
 * one order in a long document is not drowned by it; three lengths are tried, and each window
 * overlaps the next by nine tenths or more.
 */
public final class Windows {
  /** How many words a window has. */
  public static final int[] LENGTHS = {10, 30, 120};

  /** Words that every window is taken to have beyond its own, so that short ones are not loud. */
  public static final double PRIOR_WORDS = 6;

  private static final int STEPS = 12;

  private Windows() {}

  /**
   * A window by its words.
   *
   * @param from its first word
   * @param to the word after its last
   * @param score its scaled sum, without the bias
   */
  public record Span(int from, int to, double score) {}

  /** The highest window as a place in the view. */
  static Peak highest(Words words, double[] sums, double bias) {
    Span span = span(words.count(), sums);
    double windows = Math.max(1, (double) words.count() / LENGTHS[0]);
    return new Peak(bias + span.score(), words.from(span.from()), words.to(span.to() - 1), windows);
  }

  /**
   * The highest window.
   *
   * @param count of words, at least one
   * @param sums {@code sums[i]} is what the words before word {@code i} score together
   */
  public static Span span(int count, double[] sums) {
    Span best = new Span(0, 1, Double.NEGATIVE_INFINITY);
    for (int length : LENGTHS) {
      Span here = span(count, sums, length);
      best = here.score() > best.score() ? here : best;
    }
    return best;
  }

  private static Span span(int count, double[] sums, int length) {
    double best = Double.NEGATIVE_INFINITY;
    int from = 0;
    int to = 1;
    double scale = scale(Math.min(length, count));
    int end = 0;
    for (int start = 0; end < count; start += Math.max(1, length / STEPS)) {
      end = Math.min(count, start + length);
      int begin = Math.max(0, end - length);
      double score = (sums[end] - sums[begin]) * scale;
      if (score > best) {
        best = score;
        from = begin;
        to = end;
      }
    }
    return new Span(from, to, best);
  }

  /** What the sum of a window of so many words is multiplied with. */
  public static double scale(int words) {
    return 1 / Math.sqrt(words + PRIOR_WORDS);
  }
}
