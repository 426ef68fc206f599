package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Knows a narrow part of the records: the thirtieth that is nearest to one of them. */
final class Segment implements Behaviour {
  private static final int PART = 30;

  private final int[] places;

  Segment(Population records, RandomGenerator random) {
    places = records.nearest(random.nextInt(records.size()), Math.max(20, records.size() / PART));
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    return Behaviour.single(
        Stream.generate(() -> records.fresh(places[random.nextInt(places.length)], random))
            .limit(queries)
            .toList());
  }
}
