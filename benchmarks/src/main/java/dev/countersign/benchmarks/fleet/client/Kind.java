package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The kinds of benign clients, and how many of each hundred are of a kind. */
public enum Kind {
  /** Whatever comes. */
  ALL_ROUNDER(26) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new AllRounder();
    }
  },
  /** A book of records in order, many rows a request. */
  BATCH_SCORER(12) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new BatchScorer(random);
    }
  },
  /** One class. */
  ONE_CLASS(10) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new OneClass(records, random);
    }
  },
  /** A narrow part of the records. */
  SEGMENT(10) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new Segment(records, random);
    }
  },
  /** One field varied over several values. */
  WHAT_IF(9) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new WhatIf();
    }
  },
  /** The same again when an answer is late. */
  RETRIES(7) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new Retries(random);
    }
  },
  /** Small errors of measurement. */
  MEASURED(7) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new Measured(random);
    }
  },
  /** Each record like the last. */
  SENSOR(7) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new Sensor(records, random);
    }
  },
  /** Another mixture by day. */
  SEASONAL(7) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new Seasonal(records, random);
    }
  },
  /** The same few records all day. */
  HEALTH_CHECK(2) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new HealthCheck(records, random);
    }
  },
  /** A fixed list of records, whole. */
  REGRESSION_SUITE(3) {
    @Override
    Behaviour behaviour(Population records, RandomGenerator random) {
      return new RegressionSuite(records, random);
    }
  };

  private final int share;

  Kind(int share) {
    this.share = share;
  }

  /** A client's behaviour of this kind. */
  abstract Behaviour behaviour(Population records, RandomGenerator random);

  /** The kind of the client with a number: of every hundred in a row, each has its share. */
  static Kind of(int number) {
    // 37 has no divisor in common with 100: kinds are spread over the numbers.
    int at = number * 37 % 100;
    for (Kind kind : List.of(values())) {
      at -= kind.share;
      if (at < 0) {
        return kind;
      }
    }
    return ALL_ROUNDER;
  }

  /** As it is written in the truth. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
