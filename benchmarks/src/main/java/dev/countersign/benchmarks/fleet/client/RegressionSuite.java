package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Runs one fixed list of records again and again, whole, and adds two to it each day. */
final class RegressionSuite implements Behaviour {
  private final List<double[]> suite;

  RegressionSuite(Population records, RandomGenerator random) {
    suite =
        new ArrayList<>(
            Stream.generate(() -> records.draw(random)).limit(30 + random.nextInt(90)).toList());
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    suite.add(records.draw(random));
    suite.add(records.draw(random));
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < queries) {
      rows.addAll(suite);
    }
    return Behaviour.single(rows);
  }
}
