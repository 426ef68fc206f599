package dev.countersign.benchmarks.fleet;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers for each part by its name, all of one seed: a part that is added or that asks for
 * more of them changes no other part.
 */
public final class Seeds {
  private Seeds() {}

  /** The generator of one part. */
  public static RandomGenerator of(long seed, Object... name) {
    long mixed = seed;
    for (Object part : name) {
      for (char c : part.toString().toCharArray()) {
        mixed = (mixed ^ c) * 0x100000001B3L;
      }
      mixed = (mixed ^ '/') * 0x100000001B3L;
    }
    return new SplittableRandom(mixed);
  }

  /** Orders a copy of the numbers below a bound at random (Fisher and Yates). */
  public static int[] shuffled(int bound, RandomGenerator random) {
    int[] order = new int[bound];
    for (int i = 0; i < bound; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
