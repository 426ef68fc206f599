package dev.countersign.benchmarks.fleet.model;

import dev.countersign.benchmarks.fleet.data.Rows;

/** Says how probable each class is. */
public interface Model {
  /** The probability of each class, which sum to one. */
  double[] probabilities(double[] row);

  /** The most probable class. */
  default int label(double[] row) {
    return Numbers.largest(probabilities(row));
  }

  /** The share of rows that are given their own class. */
  default double accuracy(Rows rows) {
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      right += label(rows.vector(i)) == rows.label(i) ? 1 : 0;
    }
    return (double) right / rows.size();
  }

  /** The share of rows to which another model gives the same class. */
  default double agreement(Model other, Rows rows) {
    long same = rows.vectors().stream().filter(row -> label(row) == other.label(row)).count();
    return (double) same / rows.size();
  }
}
