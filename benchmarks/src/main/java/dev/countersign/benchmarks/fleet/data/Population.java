package dev.countersign.benchmarks.fleet.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where clients get their records from. There are fewer rows than questions, and in life two
 * clients hardly ever ask the same: so a fresh record is a row that was moved by up to half the way
 * towards one of its five nearest neighbours of the same class (SMOTE, Chawla and others 2002,
 * section 4.2, with half the way for the whole of it).
 */
public final class Population {
  private static final int NEIGHBOURS = 5;
  private static final int MOST_COMPARED = 500;

  private final Rows rows;
  private final FeatureSpace space;
  private final List<int[]> classes;
  private final Map<Integer, int[]> neighbours = new HashMap<>();

  /** Records of these rows. */
  public Population(Rows rows, FeatureSpace space, int classes) {
    this.rows = rows;
    this.space = space;
    this.classes = IntStream.range(0, classes).mapToObj(rows::of).toList();
  }

  /** What the vectors mean. */
  public FeatureSpace space() {
    return space;
  }

  /** How many classes there are. */
  public int classes() {
    return classes.size();
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** A fresh record. */
  public double[] draw(RandomGenerator random) {
    return fresh(random.nextInt(rows.size()), random);
  }

  /** A fresh record of one class. */
  public double[] drawOf(int label, RandomGenerator random) {
    int[] places = classes.get(label);
    return fresh(places[random.nextInt(places.length)], random);
  }

  /** A fresh record near the row at a place. */
  public double[] fresh(int at, RandomGenerator random) {
    int[] near = neighbours.computeIfAbsent(at, this::neighbours);
    double[] row = rows.vector(at).clone();
    if (near.length == 0) {
      return row;
    }
    double[] other = rows.vector(near[random.nextInt(near.length)]);
    double way = random.nextDouble() / 2;
    for (Field field : space.fields()) {
      if (field.number()) {
        row[field.from()] += way * (other[field.from()] - row[field.from()]);
      } else if (random.nextDouble() < way) {
        field.copy(other, row);
      }
    }
    return row;
  }

  /** The places of the rows that are nearest to the one at a place, itself first. */
  public int[] nearest(int at, int count) {
    return nearest(at, IntStream.range(0, rows.size()), count);
  }

  private int[] neighbours(int at) {
    int[] same = classes.get(rows.label(at));
    int step = Math.max(1, same.length / MOST_COMPARED);
    IntStream compared = IntStream.range(0, same.length / step).map(i -> same[i * step]);
    return nearest(at, compared.filter(i -> i != at), NEIGHBOURS);
  }

  private int[] nearest(int at, IntStream places, int count) {
    List<Distant> found = new ArrayList<>();
    places.forEach(i -> found.add(new Distant(i, distance(rows.vector(i), rows.vector(at)))));
    found.sort(Comparator.comparingDouble(Distant::distance));
    return found.stream().limit(count).mapToInt(Distant::at).toArray();
  }

  /** The Euclidean distance. */
  public static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  private record Distant(int at, double distance) {}
}
