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
    UniformRandomProvider random = new SplitMix64(seed(scenario.id()));
    ContinuousSampler wait = ZigguratSampler.Exponential.of(random);
    Magnitude magnitude = new Magnitude(scenario, quantiles);
    double[] tries = quantiles.of(scenario.tries());
    double[] acts = quantiles.of(scenario.acts());
    double[] works = quantiles.of(scenario.works());
    double[] stopped = quantiles.of(Prior.STOPPED);
    double most = scenario.stake().mostPerYear();
    for (int year = 0; year < bare.length; year++) {
      int bits = random.nextInt();
      double rate = tries[bits & BYTE] * acts[bits >>> 8 & BYTE] * works[bits >>> 16 & BYTE];
      double stops = stopped[bits >>> 24];
      double all = 0;
      double through = 0;
      for (double time = wait.sample(); time < rate; time += wait.sample()) {
        long incident = random.nextLong();
        double cost = magnitude.of(incident);
        all += cost;
        through += (incident >>> 48) * SHORT < stops ? 0 : cost;
      }
      bare[year] = Math.min(all, most);
      held[year] = Math.min(through, most);
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
