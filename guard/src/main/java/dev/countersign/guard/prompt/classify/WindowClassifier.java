package dev.countersign.guard.prompt.classify;

import dev.countersign.guard.prompt.text.View;
import java.util.function.ToDoubleFunction;

/**
 * A classifier that takes windows as strings, such as a transformer behind ONNX Runtime: it is
 * shown windows of some hundred characters, each overlapping the next by half.
 */
public final class WindowClassifier implements PromptClassifier {
  private final String name;
  private final String digest;
  private final Calibration calibration;
  private final int length;
  private final ToDoubleFunction<String> score;

  private WindowClassifier(
      String name,
      String digest,
      Calibration calibration,
      int length,
      ToDoubleFunction<String> score) {
    this.name = name;
    this.digest = digest;
    this.calibration = calibration;
    this.length = length;
    this.score = score;
  }

  /**
   * One that scores a window at a time.
   *
   * @param digest SHA-256 of its weights, in lower-case hexadecimal
   * @param length characters of a window, at least 2
   * @param score higher for what is more like an attack; called by several threads
   */
  public static WindowClassifier of(
      String name,
      String digest,
      Calibration calibration,
      int length,
      ToDoubleFunction<String> score) {
    if (length < 2) {
      throw new IllegalArgumentException("a window has at least 2 characters, not " + length);
    }
    return new WindowClassifier(name, digest, calibration, length, score);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Calibration calibration() {
    return calibration;
  }

  @Override
  public Peak peak(View view) {
    double best = Double.NEGATIVE_INFINITY;
    int from = 0;
    int to = 0;
    for (int start = 0; ; start += length / 2) {
      int end = Math.min(view.length(), start + length);
      double here = score.applyAsDouble(view.text(start, end));
      if (here > best) {
        best = here;
        from = start;
        to = end;
      }
      if (end == view.length()) {
        return new Peak(best, from, to, Math.max(1, (double) view.length() / length));
      }
    }
  }
}
