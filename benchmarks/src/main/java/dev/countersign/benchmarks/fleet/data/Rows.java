package dev.countersign.benchmarks.fleet.data;

import dev.countersign.benchmarks.fleet.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Feature vectors and the class of each. Nobody writes to the vectors. */
public record Rows(List<double[]> vectors, List<Integer> labels) {
  /** As many labels as vectors. */
  public Rows {
    vectors = List.copyOf(vectors);
    labels = List.copyOf(labels);
    if (vectors.size() != labels.size()) {
      throw new IllegalArgumentException(vectors.size() + " rows and " + labels.size() + " labels");
    }
  }

  /** How many rows there are. */
  public int size() {
    return vectors.size();
  }

  /** The vector at a place. */
  public double[] vector(int at) {
    return vectors.get(at);
  }

  /** The class at a place. */
  public int label(int at) {
    return labels.get(at);
  }

  /** The places of the rows of one class. */
  public int[] of(int label) {
    return IntStream.range(0, size()).filter(i -> label(i) == label).toArray();
  }

  /** A part of the rows; shorter where they end before. */
  public Rows part(int from, int count) {
    int start = Math.min(from, size());
    int end = Math.min(size(), start + count);
    return new Rows(vectors.subList(start, end), labels.subList(start, end));
  }

  /** The same rows in another order. */
  public Rows shuffled(RandomGenerator random) {
    int[] order = Seeds.shuffled(size(), random);
    return new Rows(
        IntStream.of(order).mapToObj(this::vector).toList(),
        IntStream.of(order).mapToObj(this::label).toList());
  }
}
