package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Scores its whole book of records in order, many rows a request, and goes on the next day. */
final class BatchScorer implements Behaviour {
  private final int batch;
  private int next;

  BatchScorer(RandomGenerator random) {
    batch = 16 << random.nextInt(4);
    next = random.nextInt(1 << 20);
  }

  @Override
  public List<List<double[]>> day(
      int day, int queries, Population records, RandomGenerator random) {
    List<List<double[]>> requests = new ArrayList<>();
    for (int asked = 0; asked < queries; asked += batch) {
      List<double[]> rows = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        rows.add(records.fresh(next++ % records.size(), random));
      }
      requests.add(rows);
    }
    return requests;
  }
}
