package dev.countersign.watch.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Quantiles of positive numbers, of which the last few hundred count most: how many lie between two
 * powers of the square root of two (as DDSketch does: Masson, Rim and Lee 2019), all halved when
 * one count is full. A quantile is right within a factor of {@code 2^(1/4)}, from 1 to 2^24.
 */
public final class LogBuckets {
  /** Bytes that it is written as. */
  public static final int BYTES = 48;

  private static final int FULL = 255;
  private static final double PER_NAT = 2 / Math.log(2);

  private final byte[] counts = new byte[BYTES];

  /** Takes a number; what is less than 1 counts as 1. */
  public void add(double value) {
    int at = (int) Math.min(BYTES - 1, Math.log(Math.max(1, value)) * PER_NAT);
    if ((counts[at] & 0xFF) == FULL) {
      halve();
    }
    counts[at]++;
  }

  private void halve() {
    for (int i = 0; i < BYTES; i++) {
      counts[i] = (byte) ((counts[i] & 0xFF) / 2);
    }
  }

  /** How many numbers count. */
  public int count() {
    int sum = 0;
    for (byte one : counts) {
      sum += one & 0xFF;
    }
    return sum;
  }

  /**
   * A quantile; 1 of no numbers.
   *
   * @param share of numbers that are smaller, from 0 to 1
   */
  public double quantile(double share) {
    double left = share * count();
    for (int i = 0; i < BYTES; i++) {
      left -= counts[i] & 0xFF;
      if (left < 0) {
        return Math.pow(2, (i + 0.5) / 2);
      }
    }
    return 1;
  }

  /** Adds what another one counted. */
  public void add(LogBuckets other) {
    for (int i = 0; i < BYTES; i++) {
      counts[i] = (byte) Math.min(FULL, (counts[i] & 0xFF) + (other.counts[i] & 0xFF));
    }
  }

  /**
   * Writes it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.write(counts);
  }

  /**
   * Takes what another one wrote in place of what it knows.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    in.readFully(counts);
  }
}
