package dev.countersign.assess.loss;

import java.util.Arrays;

/**
 * Sums and ranges of losses that are simulated year by year. Percentiles are exact, by nearest
 * rank; they are found by counting, since sorting every series took most of the time of a check.
 */
final class YearlyLoss {
  /** The upper bits of an amount: its sign, power of two and first four binary digits. */
  private static final int SHIFT = 48;

  private YearlyLoss() {}

  /** Adds the losses of each year to a sum. */
  static void add(double[] sum, double[] losses) {
    for (int year = 0; year < sum.length; year++) {
      sum[year] += losses[year];
    }
  }

  /** The range of yearly losses, none of them below 0. */
  static LossRange range(double[] losses, String currency) {
    int[] counts = counts(losses);
    return new LossRange(
        percentile(losses, counts, 5),
        percentile(losses, counts, 50),
        percentile(losses, counts, 95),
        mean(losses),
        currency);
  }

  /** How many years fall into each band; the bits of amounts from 0 on rise as they do. */
  private static int[] counts(double[] losses) {
    int[] counts = new int[1 << Long.SIZE - 1 - SHIFT];
    for (double loss : losses) {
      counts[band(loss)]++;
    }
    return counts;
  }

  private static double percentile(double[] losses, int[] counts, int percent) {
    int rank = (losses.length * percent + 99) / 100 - 1;
    int band = 0;
    while (rank >= counts[band]) {
      rank -= counts[band++];
    }
    return band == 0 ? 0 : within(losses, band, counts[band])[rank];
  }

  /** The amounts of one band, rising. */
  private static double[] within(double[] losses, int band, int count) {
    double[] found = new double[count];
    int size = 0;
    for (double loss : losses) {
      if (band(loss) == band) {
        found[size++] = loss;
      }
    }
    Arrays.sort(found);
    return found;
  }

  private static int band(double loss) {
    return (int) (Double.doubleToRawLongBits(loss) >>> SHIFT);
  }

  private static double mean(double[] losses) {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }
}
