package dev.countersign.benchmarks.fleet.client;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** When a client asks, by milliseconds of the day. */
public enum Rhythm {
  /** People at work: most from 8 to 18 hours, with a dip at noon; few on weekends. */
  OFFICE {
    @Override
    double one(RandomGenerator random) {
      return (random.nextBoolean() ? 10 : 15) + 1.6 * random.nextGaussian();
    }

    @Override
    public double share(int day) {
      return day % 7 >= 5 ? 0.2 : 1;
    }
  },
  /** Customers: around the clock, more in the evening. */
  CLOCK {
    @Override
    double one(RandomGenerator random) {
      return random.nextInt(3) == 0 ? 20 + 2 * random.nextGaussian() : 24 * random.nextDouble();
    }

    @Override
    public double share(int day) {
      return day % 7 >= 5 ? 1.3 : 0.9;
    }
  },
  /** A job by night, as fast as it is answered. */
  NIGHTLY {
    @Override
    long[] any(int count, RandomGenerator random) {
      return burst((1 + 3 * random.nextDouble()) * HOUR, count, 0.05 * SECOND, random);
    }
  },
  /** One to five bursts at any time. */
  BURSTY {
    @Override
    long[] any(int count, RandomGenerator random) {
      int bursts = Math.min(count, 1 + random.nextInt(5));
      long[] times = new long[count];
      for (int i = 0, at = 0; i < bursts; i++) {
        int size = i == bursts - 1 ? count - at : count / bursts;
        double start = 23 * random.nextDouble() * HOUR;
        long[] burst = burst(start, size, SECOND * (0.2 + 3 * random.nextDouble()), random);
        System.arraycopy(burst, 0, times, at, size);
        at += size;
      }
      return times;
    }
  };

  private static final double SECOND = 1000;
  private static final double HOUR = 3600 * SECOND;
  private static final double DAY = 24 * HOUR;

  /** The hour of one request. */
  double one(RandomGenerator random) {
    return 24 * random.nextDouble();
  }

  /** How much is asked on a day, beside the usual; day 0 is a Monday. */
  public double share(int day) {
    return 1;
  }

  /** So many times of a day in milliseconds, ascending. */
  public final long[] times(int count, RandomGenerator random) {
    long[] times = any(count, random);
    Arrays.sort(times);
    return times;
  }

  long[] any(int count, RandomGenerator random) {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = (long) (((one(random) % 24 + 24) % 24) * HOUR);
    }
    return times;
  }

  /**
   * From a start on with exponential gaps of a mean; what would pass midnight comes just before.
   */
  static long[] burst(double start, int count, double gap, RandomGenerator random) {
    long[] times = new long[count];
    double time = start;
    for (int i = 0; i < count; i++) {
      times[i] = (long) Math.min(time, DAY - 1);
      time += gap * random.nextExponential();
    }
    return times;
  }
}
