package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Asks the same few records all day, to see whether the service lives. */
final class HealthCheck implements Behaviour {
  private final List<double[]> known;

  HealthCheck(Population records, RandomGenerator random) {
    known = Stream.generate(() -> records.draw(random)).limit(1 + random.nextInt(4)).toList();
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < queries; i++) {
      rows.add(known.get(i % known.size()));
    }
    return Behaviour.single(rows);
  }
}
