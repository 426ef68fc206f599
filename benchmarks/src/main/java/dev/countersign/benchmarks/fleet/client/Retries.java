package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Asks the same again when an answer is late, up to eight times. */
final class Retries implements Behaviour {
  private final double again;

  Retries(RandomGenerator random) {
    again = random.nextDouble(0.2, 0.8);
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < queries) {
      double[] record = records.draw(random);
      rows.add(record);
      for (int i = 1; i < 8 && random.nextDouble() < again; i++) {
        rows.add(record);
      }
    }
    return Behaviour.single(rows);
  }
}
