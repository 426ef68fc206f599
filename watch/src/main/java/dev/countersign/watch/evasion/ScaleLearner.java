package dev.countersign.watch.evasion;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.sketch.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learns how far apart different rows of one client usually are: for each client the median of the
 * distance from a row to the nearest other one, of its first {@value #ROWS} different rows; and of
 * all clients the median. Rows are nearly the same when they are {@value #SHARE} of that apart. In
 * how many groups of features rows differ from the likest other one is learnt alike, and variants
 * of each other differ in a third as many.
 */
public final class ScaleLearner implements Learner {
  private static final int ROWS = 24;
  private static final int LEAST_ROWS = 8;
  private static final int MOST_CLIENTS = 512;
  private static final float SHARE = 0.4f;
  private static final int ALIKE = 3;
  private static final double OFTEN = 0.95;

  private final Map<String, List<Seen>> first = new HashMap<>();
  private Spreads spreads = new Spreads(0);
  private long salt;

  /** A row and its verdict. */
  private record Seen(float[] row, int label) {}

  @Override
  public void learn(Event event) {
    Rows rows = event.rows();
    if (rows.width() != spreads.width() && rows.width() > 0 && spreads.count() == 0) {
      spreads = new Spreads(rows.width());
    }
    for (int row = 0; row < rows.count() && rows.width() == spreads.width(); row++) {
      float[] values = new float[rows.width()];
      rows.copyRow(row, values);
      spreads.add(values);
      salt = Hashes.mix(salt + Arrays.hashCode(values));
      remember(event.client(), new Seen(values, rows.label(row)));
    }
  }

  private void remember(String client, Seen seen) {
    if (!first.containsKey(client) && first.size() >= MOST_CLIENTS) {
      return;
    }
    List<Seen> rows = first.computeIfAbsent(client, name -> new ArrayList<>());
    if (rows.size() < ROWS && rows.stream().noneMatch(one -> Arrays.equals(one.row, seen.row))) {
      rows.add(seen);
    }
  }

  @Override
  public ObjectNode settings() {
    return scale().json();
  }

  /** What was learnt; {@link Scale#unknown} if that is nothing. */
  public Scale scale() {
    float[] weight = spreads.weights();
    List<List<Seen>> clients =
        first.values().stream().filter(rows -> rows.size() >= LEAST_ROWS).toList();
    double near = median(clients.stream().mapToDouble(rows -> nearest(rows, weight))) * SHARE;
    if (!(near > 0)) {
      return Scale.unknown();
    }
    byte[] group =
        Fields.groups(
            clients.stream().flatMap(List::stream).map(Seen::row).limit(Fields.ROWS).toList(),
            weight.length);
    double differ = median(clients.stream().mapToDouble(rows -> fewest(rows, group)));
    return new Scale(
        salt,
        spreads.middle(),
        weight,
        group,
        (float) near,
        Math.max(1, (int) (differ / ALIKE)),
        (float) flips(clients, weight, near));
  }

  /**
   * The share of flips that one client of twenty exceeds, of those with enough nearly same rows.
   */
  private static double flips(List<List<Seen>> clients, float[] weight, double near) {
    double[] shares =
        clients.stream()
            .mapToDouble(rows -> flipsOf(rows, weight, near))
            .filter(share -> share >= 0)
            .sorted()
            .toArray();
    return shares.length == 0 ? 0 : shares[(int) (shares.length * OFTEN)];
  }

  private static double flipsOf(List<Seen> rows, float[] weight, double near) {
    int pairs = 0;
    int flips = 0;
    for (Seen one : rows) {
      Seen nearest = one;
      double least = near;
      for (Seen other : rows) {
        double way = distance(one.row, other.row, weight);
        if (other != one && way < least) {
          nearest = other;
          least = way;
        }
      }
      pairs += nearest == one ? 0 : 1;
      flips += nearest.label == one.label ? 0 : 1;
    }
    return pairs < LEAST_ROWS ? -1 : (double) flips / pairs;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double nearest(List<Seen> rows, float[] weight) {
    return median(toOthers(rows, (one, other) -> distance(one, other, weight)));
  }

  private static double fewest(List<Seen> rows, byte[] group) {
    return median(toOthers(rows, (one, other) -> groupsThatDiffer(one, other, group)));
  }

  private static DoubleStream toOthers(
      List<Seen> rows, ToDoubleBiFunction<float[], float[]> measure) {
    return rows.stream()
        .mapToDouble(one ->
            rows.stream()
                .filter(other -> other != one)
                .mapToDouble(other -> measure.applyAsDouble(one.row, other.row))
                .min()
                .orElse(0));
  }

  private static int groupsThatDiffer(float[] one, float[] other, byte[] group) {
    int differ = 0;
    for (int i = 0; i < group.length; i++) {
      differ |= one[i] == other[i] ? 0 : 1 << group[i];
    }
    return Integer.bitCount(differ);
  }

  private static double distance(float[] one, float[] other, float[] weight) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double way = (one[i] - other[i]) * weight[i];
      sum += Double.isNaN(way) ? 0 : way * way;
    }
    return Math.sqrt(sum);
  }
}
