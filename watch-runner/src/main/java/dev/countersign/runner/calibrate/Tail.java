package dev.countersign.runner.calibrate;

import dev.countersign.watch.baseline.Threshold;
import java.util.Arrays;

/**
 * The upper tail of one statistic over client-days, and the threshold that a given share of them
 * reaches.
 *
 * <p>How many client-days lie above a level is counted; how fast their share falls beyond it is
 * taken from the largest values of whole clients, one a client, since the days of a client resemble
 * one another. The fall is taken to be exponential (peaks over threshold, Pickands 1975), as slow
 * as its 95 % interval allows.
 */
final class Tail {
  /** The share of clients whose largest values say how fast the tail falls. */
  private static final double TOP = 0.2;

  private static final int LEAST_TOP = 5;

  /** Rates of kinds are taken to differ by some 30 %: the square of that. */
  private static final double SHAPE = 0.1;

  /** Steps smaller than this mean nothing, of statistics that hardly differ. */
  private static final double LEAST_SCALE = 0.01;

  /** So many of the largest clients are left out, one after the other, for the margin. */
  private static final int LEFT_OUT = 10;

  private Tail() {}

  /**
   * The threshold.
   *
   * @param values of client-days; those without a value are minus infinity
   * @param clients of the same client-days, as numbers from 0 on
   * @param share of client-days that may reach it
   */
  static Threshold threshold(double[] values, int[] clients, double share) {
    double[] largest = largest(values, clients);
    Threshold all = fit(values, clients, largest, -1, share);
    double margin = 0;
    Integer[] order = descending(largest);
    long measured =
        Arrays.stream(largest).filter(value -> value > Double.NEGATIVE_INFINITY).count();
    for (int i = 0; i < Math.min(LEFT_OUT, measured - 2); i++) {
      int without = order[i];
      double reached = largest[without] - fit(values, clients, largest, without, share).at();
      margin = Math.max(margin, reached);
    }
    return new Threshold(all.at() + margin, all.scale(), share);
  }

  private static double[] largest(double[] values, int[] clients) {
    int count = Arrays.stream(clients).max().orElse(-1) + 1;
    double[] largest = new double[count];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < values.length; i++) {
      largest[clients[i]] = Math.max(largest[clients[i]], values[i]);
    }
    return largest;
  }

  private static Integer[] descending(double[] largest) {
    Integer[] order = new Integer[largest.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(largest[b], largest[a]));
    return order;
  }

  private static Threshold fit(
      double[] values, int[] clients, double[] largest, int without, double share) {
    double[] tops = new double[largest.length];
    int count = 0;
    for (int i = 0; i < largest.length; i++) {
      if (i != without && largest[i] > Double.NEGATIVE_INFINITY) {
        tops[count++] = largest[i];
      }
    }
    double[] sorted = Arrays.copyOf(tops, count);
    Arrays.sort(sorted);
    int top = Math.min(count - 1, Math.max(LEAST_TOP, (int) (TOP * largest.length)));
    double level = sorted[Math.max(0, count - 1 - top)];
    double excess = 0;
    for (int i = count - Math.max(top, 0); i < count; i++) {
      excess += (sorted[i] - level) / Math.max(1, top);
    }
    double least = LEAST_SCALE * Math.max(1, Math.abs(level));
    double scale = Math.max(excess * slowest(Math.max(1, top)), least);
    double above = above(values, clients, without, level);
    double further = Math.max(1, Math.pow(above / share, SHAPE));
    // What a fifth of the clients reach is no alarm, even where hardly a day lies above it.
    double beyond = Math.max(least, scale * (further - 1) / SHAPE);
    return new Threshold(level + beyond, scale * further, share);
  }

  /** The share of client-days above a level; at least that of one of them. */
  private static double above(double[] values, int[] clients, int without, double level) {
    int above = 0;
    int days = 0;
    for (int i = 0; i < values.length; i++) {
      if (clients[i] != without) {
        days++;
        above += values[i] > level ? 1 : 0;
      }
    }
    return Math.max(1, above) / (double) Math.max(1, days);
  }

  /**
   * By which factor the mean of so many exponential draws may be larger than it was seen, with 95 %
   * confidence: by the quantile of chi-squared, after Wilson and Hilferty (1931).
   */
  private static double slowest(int draws) {
    double degrees = 2.0 * draws;
    double part = 2 / (9 * degrees);
    return 1 / Math.pow(Math.max(0.1, 1 - part - 1.6449 * Math.sqrt(part)), 3);
  }
}
