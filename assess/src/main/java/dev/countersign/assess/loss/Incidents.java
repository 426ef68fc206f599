package dev.countersign.assess.loss;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Simulates the incidents of one threat, year by year (FAIR: loss event frequency × loss
 * magnitude). Incidents come at random times at the rate of their year; each is simulated as if no
 * control stood, and noted a second time if a control would not have stopped it. What is drawn
 * depends on the threat alone, never on amounts, volumes, answers or other threats: so more volume
 * cannot lower a loss, nor a control raise one.
 */
final class Incidents {
  /** What all random numbers start from. */
  static final long SEED = 1;

  private static final int BYTE = 0xff;
  private static final double SHORT = 0x1p-16;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  private final Quantiles quantiles;
  private final double[] bare;
  private final double[] held;

  Incidents(Quantiles quantiles, int years) {
    this.quantiles = quantiles;
    bare = new double[years];
    held = new double[years];
  }

  /** The loss in each year where no control stands; valid until the next simulation. */
  double[] bare() {
    return bare;
  }

  /** The loss in each year where a proven control stands; never above {@link #bare}. */
  double[] held() {
    return held;
  }

  /** Simulates all years of a scenario. */
  void simulate(Scenario scenario) {
    Draws draws = new Draws(scenario, quantiles);
    for (int year = 0; year < bare.length; year++) {
      draws.year();
      bare[year] = draws.all;
      held[year] = draws.through;
    }
  }

  /** One year after the other of one scenario; a method of its own, so that it is compiled soon. */
  private static final class Draws {
    private final UniformRandomProvider random;
    private final ContinuousSampler wait;
    private final Magnitude magnitude;
    private final double[] tries;
    private final double[] acts;
    private final double[] works;
    private final double[] stopped;
    private final double most;
    private double all;
    private double through;

    Draws(Scenario scenario, Quantiles quantiles) {
      random = new SplitMix64(seed(scenario.id()));
      wait = ZigguratSampler.Exponential.of(random);
      magnitude = new Magnitude(scenario, quantiles);
      tries = quantiles.of(scenario.tries());
      acts = quantiles.of(scenario.acts());
      works = quantiles.of(scenario.works());
      stopped = quantiles.of(Prior.STOPPED);
      most = scenario.stake().mostPerYear();
    }

    void year() {
      int bits = random.nextInt();
      double rate = tries[bits & BYTE] * acts[bits >>> 8 & BYTE] * works[bits >>> 16 & BYTE];
      double stops = stopped[bits >>> 24];
      all = 0;
      through = 0;
      for (double time = wait.sample(); time < rate; time += wait.sample()) {
        incident(stops);
      }
      all = Math.min(all, most);
      through = Math.min(through, most);
    }

    private void incident(double stops) {
      long bits = random.nextLong();
      double cost = magnitude.of(bits);
      all += cost;
      through += (bits >>> 48) * SHORT < stops ? 0 : cost;
    }
  }

  /** Its own random numbers for each threat: FNV-1a of the id. */
  private static long seed(String id) {
    long hash = FNV_BASIS ^ SEED;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
