package dev.countersign.fit.input;

import java.util.Arrays;

/**
 * Rows in the raw form of the gate.
 *
 * @param raw a value for each column of the encoding
 * @param classes the class of each row, -1 where it is unknown
 */
record Samples(double[][] raw, int[] classes) {
  int size() {
    return raw.length;
  }

  Samples part(int from, int to) {
    return new Samples(Arrays.copyOfRange(raw, from, to), Arrays.copyOfRange(classes, from, to));
  }
}
