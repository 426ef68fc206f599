package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Measures the numbers of a record one to four times, with a small error each time. */
final class Measured implements Behaviour {
  private final double error;

  Measured(RandomGenerator random) {
    error = random.nextDouble(0.005, 0.04);
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < queries) {
      double[] record = records.draw(random);
      for (int i = random.nextInt(4); i >= 0; i--) {
        rows.add(measured(record, records, error, random));
      }
    }
    return Behaviour.single(rows);
  }

  /** A number that is zero is one that was not measured, as the margin of an image is. */
  static double[] measured(
      double[] record, Population records, double error, RandomGenerator random) {
    double[] measured = record.clone();
    for (Field field : records.space().numbers()) {
      if (record[field.from()] != 0) {
        measured[field.from()] += error * random.nextGaussian();
      }
    }
    return records.space().valid(measured);
  }
}
