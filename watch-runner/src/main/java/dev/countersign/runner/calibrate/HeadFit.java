package dev.countersign.runner.calibrate;

import dev.countersign.watch.space.ClassShape;
import dev.countersign.watch.space.Discriminator;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Geometry;
import dev.countersign.watch.space.Grain;
import dev.countersign.watch.space.Parts;
import dev.countersign.watch.space.Place;
import dev.countersign.watch.space.Projection;
import dev.countersign.watch.space.Waves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Learns where rows lie in the directions in which they differ most. */
final class HeadFit {
  private static final int MOST_SHAPES = 32;
  private static final int MOST_POINTS = 32;
  private static final int ROWS_OF_POINT = 50;
  private static final int ROUNDS = 10;
  private static final int PAIRS = 2000;

  /** Added to the variance of a decision's rows, in units of that of all rows. */
  private static final double LEAST_VARIANCE = 0.02;

  /** A decision of fewer rows has no shape of its own. */
  private static final int LEAST_ROWS = 50;

  private final Projection projection;
  private final List<Grain> grains;
  private final Optional<Discriminator> discriminator;
  private final List<float[]> heads = new ArrayList<>();
  private final List<byte[]> parts = new ArrayList<>();
  private final Map<Integer, List<float[]>> byLabel = new TreeMap<>();
  private final Random random = new Random(1);

  HeadFit(
      FeatureSpace plain,
      Projection projection,
      List<Grain> grains,
      Optional<Discriminator> discriminator,
      List<RowSample.Row> rows) {
    this.projection = projection;
    this.grains = grains;
    this.discriminator = discriminator;
    Place place = plain.newPlace();
    float[] all = new float[projection.count()];
    for (RowSample.Row row : rows) {
      plain.place(SpaceFit.one(row), 0, place);
      projection.project(place.bent(), all);
      float[] head = Arrays.copyOf(all, projection.head());
      heads.add(head);
      parts.add(Parts.of(row.features()));
      byLabel.computeIfAbsent(place.label(), label -> new ArrayList<>()).add(head);
    }
  }

  Geometry geometry() {
    Waves waves = new Waves(frequencies());
    return new Geometry(
        grains,
        projection,
        waves,
        shapes(waves),
        points(),
        apart(),
        differing(),
        discriminator,
        List.of());
  }

  /** Normal ones, over the median distance of two rows (Gretton et al. 2012, section 8). */
  private float[] frequencies() {
    int head = projection.head();
    float[] distances = new float[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      distances[i] = (float) Math.sqrt(squared(any(), any()));
    }
    Arrays.sort(distances);
    float bandwidth = Math.max(0.1f, distances[PAIRS / 2]);
    float[] frequencies = new float[head * Waves.COUNT / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = (float) random.nextGaussian() / bandwidth;
    }
    return frequencies;
  }

  private float apart() {
    float[] nearest = new float[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      float[] one = any();
      double least = Double.MAX_VALUE;
      for (int j = 0; j < Geometry.NEIGHBOURS; j++) {
        float[] other = any();
        least = other == one ? least : Math.min(least, squared(one, other));
      }
      nearest[i] = (float) Math.log1p(least);
    }
    Arrays.sort(nearest);
    return Math.max(0.01f, nearest[PAIRS / 2]);
  }

  private float differing() {
    int[] least = new int[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      int one = random.nextInt(parts.size());
      least[i] = Parts.COUNT;
      for (int j = 0; j < Geometry.NEIGHBOURS; j++) {
        int other = random.nextInt(parts.size());
        int differing = Parts.differing(parts.get(one), 0, parts.get(other), 0);
        least[i] = other == one ? least[i] : Math.min(least[i], differing);
      }
    }
    Arrays.sort(least);
    return Math.max(1, least[PAIRS / 2]);
  }

  private float[] any() {
    return heads.get(random.nextInt(heads.size()));
  }

  private static double squared(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private List<ClassShape> shapes(Waves waves) {
    List<ClassShape> shapes = new ArrayList<>();
    shapes.add(shape(-1, heads, waves));
    byLabel.entrySet().stream()
        .filter(one -> one.getValue().size() >= LEAST_ROWS)
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .limit(MOST_SHAPES)
        .forEach(one -> shapes.add(shape(one.getKey(), one.getValue(), waves)));
    return shapes;
  }

  private static ClassShape shape(int label, List<float[]> heads, Waves waves) {
    int head = heads.get(0).length;
    double[] sums = new double[head];
    double[] squares = new double[head];
    double[] embedding = new double[Waves.COUNT];
    float[] features = new float[Waves.COUNT];
    for (float[] one : heads) {
      waves.features(one, features);
      for (int i = 0; i < head; i++) {
        sums[i] += one[i];
        squares[i] += one[i] * one[i];
      }
      for (int i = 0; i < embedding.length; i++) {
        embedding[i] += features[i] / heads.size();
      }
    }
    float[] middle = new float[head];
    float[] precision = new float[head];
    for (int i = 0; i < head; i++) {
      double mean = sums[i] / heads.size();
      double variance = Math.max(0, squares[i] / heads.size() - mean * mean);
      middle[i] = (float) mean;
      precision[i] = (float) (1 / Math.sqrt(variance + LEAST_VARIANCE));
    }
    return new ClassShape(label, middle, precision, floats(embedding));
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** Middles of clusters, by Lloyd's algorithm (1982). */
  private List<float[]> points() {
    int count = Math.max(1, Math.min(MOST_POINTS, heads.size() / ROWS_OF_POINT));
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(any().clone());
    }
    for (int round = 0; round < ROUNDS; round++) {
      points = moved(points);
    }
    return points;
  }

  private List<float[]> moved(List<float[]> points) {
    int head = projection.head();
    double[][] sums = new double[points.size()][head];
    int[] counts = new int[points.size()];
    for (float[] one : heads) {
      int nearest = nearest(points, one);
      counts[nearest]++;
      for (int i = 0; i < head; i++) {
        sums[nearest][i] += one[i];
      }
    }
    List<float[]> moved = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < head && counts[i] > 0; j++) {
        sums[i][j] /= counts[i];
      }
      moved.add(counts[i] > 0 ? floats(sums[i]) : points.get(i));
    }
    return moved;
  }

  private static int nearest(List<float[]> points, float[] to) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < points.size(); i++) {
      double distance = squared(points.get(i), to);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
