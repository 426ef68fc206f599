package dev.countersign.benchmarks.fleet.attack;

import java.util.random.RandomGenerator;

/**
 * Who gets a high probability for its true class is a member (Yeom and others 2018, "Privacy risk
 * in machine learning"), by the mean over slightly noised copies (as Choquette-Choo and others 2021
 * ask for labels).
 */
final class ConfidenceThreshold extends Membership {
  private static final int COPIES = 4;

  ConfidenceThreshold() {
    super(COPIES);
  }

  @Override
  public String name() {
    return "membership-threshold";
  }

  @Override
  Scorer scorer(Knowledge knowledge, RandomGenerator random) {
    return (row, label, probability) -> probability;
  }
}
