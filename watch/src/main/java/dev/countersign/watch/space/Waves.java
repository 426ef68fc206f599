package dev.countersign.watch.space;

import tools.jackson.databind.node.ArrayNode;

/**
 * Random Fourier features of a Gaussian kernel (Rahimi and Recht 2007): the scalar product of those
 * of two rows is about how near they are, from 1 down to 0, so a mean of them stands for a
 * distribution (Gretton et al. 2012).
 */
public final class Waves {
  /** How many features: a cosine and a sine of each frequency. */
  public static final int COUNT = 32;

  private static final int TABLE = 4096;
  private static final float[] SINES = new float[TABLE];
  private static final float TURN = (float) (TABLE / (2 * Math.PI));
  private static final float SCALE = (float) Math.sqrt(2.0 / COUNT);

  static {
    for (int i = 0; i < TABLE; i++) {
      SINES[i] = SCALE * (float) StrictMath.sin(2 * Math.PI * i / TABLE);
    }
  }

  /** Frequencies direction by direction: rows of their own are made vectors of. */
  private final float[][] rows;

  private final int head;

  /**
   * With these frequencies.
   *
   * @param frequencies of each direction of the head {@code COUNT / 2}, one direction after the
   *     other, over the kernel's bandwidth
   */
  public Waves(float[] frequencies) {
    this.head = frequencies.length / (COUNT / 2);
    if (head < 1 || head > Projection.HEAD || frequencies.length % (COUNT / 2) != 0) {
      throw new IllegalArgumentException("\"frequencies\" do not fit to a head");
    }
    this.rows = Numbers.rows(frequencies, COUNT / 2);
  }

  /** Of how many directions. */
  int head() {
    return head;
  }

  /**
   * The features of a place.
   *
   * @param at in each direction of the head
   * @param into {@link #COUNT} numbers, whose squares sum up to 1
   */
  public void features(float[] at, float[] into) {
    int half = COUNT / 2;
    for (int j = 0; j < half; j++) {
      into[j] = 0;
    }
    for (int i = 0; i < head; i++) {
      float value = at[i];
      float[] row = rows[i];
      for (int j = 0; j < half; j++) {
        into[j] += value * row[j];
      }
    }
    for (int j = 0; j < half; j++) {
      int turn = Math.round(into[j] * TURN);
      into[j] = SINES[turn & (TABLE - 1)];
      into[half + j] = SINES[(turn + TABLE / 4) & (TABLE - 1)];
    }
  }

  ArrayNode json() {
    return Numbers.json(rows);
  }
}
