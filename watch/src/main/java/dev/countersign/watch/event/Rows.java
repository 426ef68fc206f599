package dev.countersign.watch.event;

import java.util.Arrays;

/**
 * What a predictive model was asked and what it said, row by row, as numbers in one piece.
 *
 * <p>Arrays are taken as they are and never written to: whoever makes rows gives them away.
 */
public final class Rows {
  /** Of a request that has none, or whose log does not hold them. */
  public static final Rows NONE = new Rows(0, new float[0], new float[0]);

  private final int count;
  private final float[] features;
  private final float[] outputs;
  private final int width;
  private final int outputWidth;

  /**
   * Rows of a request.
   *
   * @param count how many; at least 0
   * @param features of all rows, one row after the other; missing values are NaN
   * @param outputs of all rows alike; empty where the model's answer is not known
   * @throws IllegalArgumentException if the numbers do not divide into so many rows
   */
  public Rows(int count, float[] features, float[] outputs) {
    if (count < 0
        || (count == 0
            ? features.length + outputs.length > 0
            : !divides(count, features, outputs))) {
      throw new IllegalArgumentException(
          "%d features and %d outputs are no %d rows"
              .formatted(features.length, outputs.length, count));
    }
    this.count = count;
    this.features = features;
    this.outputs = outputs;
    this.width = count == 0 ? 0 : features.length / count;
    this.outputWidth = count == 0 ? 0 : outputs.length / count;
  }

  private static boolean divides(int count, float[] features, float[] outputs) {
    return features.length % count == 0 && outputs.length % count == 0;
  }

  /** How many rows. */
  public int count() {
    return count;
  }

  /** How many features a row has. */
  public int width() {
    return width;
  }

  /** How many numbers the model gave for a row; 0 where they are not known. */
  public int outputWidth() {
    return outputWidth;
  }

  /** One feature of one row; NaN where it is missing. */
  public float feature(int row, int index) {
    return features[row * width + index];
  }

  /** One output of one row. */
  public float output(int row, int index) {
    return outputs[row * outputWidth + index];
  }

  /** Copies the features of one row, of which {@code into} holds {@link #width}. */
  public void copyRow(int row, float[] into) {
    System.arraycopy(features, row * width, into, 0, width);
  }

  /**
   * What the model decided for a row: the place of the largest of several outputs; of a single one
   * in 0 to 1 whether it is at least a half; of any other single one its whole part; -1 where it is
   * not known.
   */
  public int label(int row) {
    if (outputWidth == 0) {
      return -1;
    }
    if (outputWidth == 1) {
      float value = output(row, 0);
      return value >= 0 && value <= 1 ? (value >= 0.5f ? 1 : 0) : (int) value;
    }
    int best = 0;
    for (int i = 1; i < outputWidth; i++) {
      if (output(row, i) > output(row, best)) {
        best = i;
      }
    }
    return best;
  }

  /**
   * How far the model was from deciding otherwise, from 0 (undecided) to 1: the distance between
   * the two largest of several outputs, or twice that of a single one from a half; 1 where it is
   * not known.
   */
  public float margin(int row) {
    if (outputWidth == 1) {
      return Math.min(1, Math.abs(output(row, 0) - 0.5f) * 2);
    }
    float first = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < outputWidth; i++) {
      float value = output(row, i);
      if (value > first) {
        second = first;
        first = value;
      } else if (value > second) {
        second = value;
      }
    }
    return outputWidth == 0 ? 1 : Math.max(0, Math.min(1, first - second));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows rows
        && count == rows.count
        && Arrays.equals(features, rows.features)
        && Arrays.equals(outputs, rows.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(features) + Arrays.hashCode(outputs);
  }
}
