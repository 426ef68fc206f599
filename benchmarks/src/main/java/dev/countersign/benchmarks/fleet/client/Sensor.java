package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Watches something that moves slowly from one state to the next: each record is like the last. */
final class Sensor implements Behaviour {
  private static final double ERROR = 0.01;

  private final double pace;
  private double[] now;
  private double[] next;

  Sensor(Population records, RandomGenerator random) {
    pace = random.nextDouble(0.02, 0.15);
    now = records.draw(random);
    next = records.draw(random);
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < queries) {
      move(records, random);
      rows.add(Measured.measured(now, records, ERROR, random));
    }
    return Behaviour.single(rows);
  }

  private void move(Population records, RandomGenerator random) {
    if (random.nextDouble() < pace / 3) {
      next = records.draw(random);
    }
    double[] moved = now.clone();
    for (Field field : records.space().fields()) {
      if (field.number()) {
        moved[field.from()] += pace * (next[field.from()] - now[field.from()]);
      } else if (random.nextDouble() < pace / 2) {
        field.copy(next, moved);
      }
    }
    now = moved;
  }
}
