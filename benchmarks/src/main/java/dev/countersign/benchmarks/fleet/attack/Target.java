package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.model.Numbers;

/** A record that is to get another class, and the nearest row so far that does. */
final class Target {
  private final Api api;
  private final double[] record;
  private final int label;
  private final double[] first;
  private int left;
  private double[] best;
  private double distance = Double.POSITIVE_INFINITY;

  /** Asks which class the record has. */
  Target(Api api, double[] record, int questions) {
    this.api = api;
    this.record = record;
    left = questions;
    best = record;
    first = probabilities(record);
    label = Numbers.largest(first);
  }

  /** The record itself. */
  double[] record() {
    return record;
  }

  /** Its class at first. */
  int label() {
    return label;
  }

  /**
   * Asks about a row.
   *
   * @throws OutOfQueries if no question is left for this record
   */
  double[] probabilities(double[] row) {
    if (left-- == 0) {
      throw new OutOfQueries();
    }
    return api.probabilities(row);
  }

  /** Whether a row has another class; remembers it if it is the nearest such. */
  boolean flips(double[] row) {
    return flips(row, probabilities(row));
  }

  /** The same of a row that was asked about. */
  boolean flips(double[] row, double[] answer) {
    boolean flips = Numbers.largest(answer) != label;
    double far = Population.distance(row, record);
    if (flips && far < distance) {
      best = row;
      distance = far;
    }
    return flips;
  }

  /** The nearest row of another class; the record itself as long as there is none. */
  double[] best() {
    return best;
  }

  /**
   * The probability of the record's class without the largest of the others; below 0 if flipped.
   */
  double margin(double[] answer) {
    double other = 0;
    for (int i = 0; i < answer.length; i++) {
      other = i == label ? other : Math.max(other, answer[i]);
    }
    return answer[label] - other;
  }
}
