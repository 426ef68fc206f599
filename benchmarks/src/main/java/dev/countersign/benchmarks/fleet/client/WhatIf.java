package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Varies one field of a record over several values, then takes the next record. */
final class WhatIf implements Behaviour {
  private static final int LEAST = 4;
  private static final int MOST = 16;

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    while (rows.size() < queries) {
      double[] record = records.draw(random);
      rows.add(record);
      List<Field> fields = records.space().fields();
      Field field = fields.get(random.nextInt(fields.size()));
      if (field.number()) {
        numbers(record, field, random, rows);
      } else {
        values(record, field, random, rows);
      }
    }
    return Behaviour.single(rows);
  }

  private static void numbers(
      double[] record, Field field, RandomGenerator random, List<double[]> rows) {
    int steps = random.nextInt(LEAST, MOST);
    double from = random.nextDouble() / 2;
    double to = 1 - random.nextDouble() / 2;
    for (int i = 0; i < steps; i++) {
      double[] varied = record.clone();
      varied[field.from()] = from + (to - from) * i / (steps - 1);
      rows.add(varied);
    }
  }

  private static void values(
      double[] record, Field field, RandomGenerator random, List<double[]> rows) {
    int first = random.nextInt(field.width());
    for (int i = 0; i < Math.min(field.width(), MOST); i++) {
      double[] varied = record.clone();
      field.set(varied, (first + i) % field.width());
      rows.add(varied);
    }
  }
}
