package dev.countersign.watch.cost;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How large a number usually is for an input of a length: middle and spread of its logarithm, for
 * inputs between two powers of two.
 */
final class ByInput {
  private static final int LENGTHS = 24;

  /** With fewer requests of a length, the next shorter ones are asked. */
  private static final double ENOUGH = 16;

  /** A factor of two is within what is usual, however alike all requests of a log were. */
  private static final double LEAST_SPREAD = Math.log(2);

  /** One request alone says no more than this. */
  private static final double MOST = 4;

  private final double[] counts = new double[LENGTHS];
  private final double[] sums = new double[LENGTHS];
  private final double[] squares = new double[LENGTHS];

  /** Learns a number. */
  void learn(long input, double value) {
    int at = place(input);
    double log = Math.log(Math.max(1, value));
    counts[at]++;
    sums[at] += log;
    squares[at] += log * log;
  }

  private static int place(long input) {
    return Math.min(LENGTHS - 1, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, input)));
  }

  /**
   * By how many spreads a number is larger than usual; 0 where nothing was learnt.
   *
   * @param input how long the input is, at least 0
   */
  double unusual(long input, double value) {
    int at = learnt(place(input));
    if (at < 0) {
      return 0;
    }
    double middle = sums[at] / counts[at];
    double variance = squares[at] / counts[at] - middle * middle;
    double spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, variance)));
    double unusual = (Math.log(Math.max(1, value)) - middle) / spread;
    return Math.max(-MOST, Math.min(MOST, unusual));
  }

  private int learnt(int place) {
    for (int at = place; at >= 0; at--) {
      if (counts[at] >= ENOUGH) {
        return at;
      }
    }
    for (int at = place + 1; at < LENGTHS; at++) {
      if (counts[at] >= ENOUGH) {
        return at;
      }
    }
    return -1;
  }

  /** As JSON: an array of count, sum and sum of squares a length. */
  ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < LENGTHS; i++) {
      json.addArray().add(counts[i]).add(sums[i]).add(squares[i]);
    }
    return json;
  }

  /** From JSON as {@link #json} makes it; what is wrong in it is left out. */
  static ByInput of(JsonNode json) {
    ByInput by = new ByInput();
    for (int i = 0; i < Math.min(LENGTHS, json.size()); i++) {
      by.counts[i] = Math.max(0, json.get(i).path(0).asDouble(0));
      by.sums[i] = json.get(i).path(1).asDouble(0);
      by.squares[i] = json.get(i).path(2).asDouble(0);
    }
    return by;
  }
}
