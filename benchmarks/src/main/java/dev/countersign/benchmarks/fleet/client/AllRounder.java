package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Asks about whatever comes, one record at a time. */
final class AllRounder implements Behaviour {
  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    return Behaviour.single(Stream.generate(() -> records.draw(random)).limit(queries).toList());
  }
}
