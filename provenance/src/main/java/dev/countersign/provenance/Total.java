package dev.countersign.provenance;

import java.util.stream.LongStream;

/** Sums of what manifests claim, which may be more than fits. */
public final class Total {
  private Total() {}

  /** The sum of numbers of 0 or more; the largest number where it does not fit. */
  public static long of(LongStream numbers) {
    return numbers.reduce(0, Total::sum);
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
