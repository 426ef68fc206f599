package dev.countersign.benchmarks.fleet.attack;

import java.util.random.RandomGenerator;

/** Asks a model until it has what it wants or no question is left. */
public interface Attack {
  /** Its name in the logs and in the truth. */
  String name();

  /** What it does, in the words of the threat. */
  Goal goal();

  /** Whether it needs each answer before it can ask the next question. */
  default boolean stepwise() {
    return false;
  }

  /** Runs it once. */
  Outcome run(Api api, Knowledge knowledge, RandomGenerator random);

  /** What an attack is for. */
  enum Goal {
    /** A copy of the model. */
    EXTRACTION,
    /** Another decision about a record. */
    EVASION,
    /** Whether a record was in the training data, or what it held. */
    MEMBERSHIP
  }
}
