package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Has another mixture of classes on weekends than on weekdays, and one that drifts by the day. */
final class Seasonal implements Behaviour {
  private static final int WEEK = 7;
  private static final int WEEKDAYS = 5;

  private final int first;

  Seasonal(Population records, RandomGenerator random) {
    first = random.nextInt(records.classes());
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    boolean weekend = day % WEEK >= WEEKDAYS;
    int season = first + day / 3 + (weekend ? records.classes() / 2 : 0);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < queries; i++) {
      // Half of what comes is of the season.
      rows.add(
          random.nextBoolean()
              ? records.draw(random)
              : records.drawOf(
                  (season + random.nextInt(1 + records.classes() / 4)) % records.classes(),
                  random));
    }
    return Behaviour.single(rows);
  }
}
