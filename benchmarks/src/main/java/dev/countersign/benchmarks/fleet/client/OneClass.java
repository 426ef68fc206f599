package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Has records of one class only, save one in twenty. */
final class OneClass implements Behaviour {
  private static final double OTHERS = 0.05;

  private final int label;

  OneClass(Population records, RandomGenerator random) {
    label = random.nextInt(records.classes());
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    return Behaviour.single(
        Stream.generate(() ->
                random.nextDouble() < OTHERS ? records.draw(random) : records.drawOf(label, random))
            .limit(queries)
            .toList());
  }
}
