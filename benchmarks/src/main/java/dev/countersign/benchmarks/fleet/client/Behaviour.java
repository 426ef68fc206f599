package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a client asks. It may remember what it asked on the days before. */
public interface Behaviour {
  /**
   * The requests of one day in their order, each of one or more rows.
   *
   * @param day from 0
   * @param queries about how many rows in all
   */
  List<List<double[]>> day(int day, int queries, Population records, RandomGenerator random);

  /** Requests of one row each. */
  static List<List<double[]>> single(List<double[]> rows) {
    return rows.stream().map(List::of).toList();
  }
}
