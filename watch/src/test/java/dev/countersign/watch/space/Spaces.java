package dev.countersign.watch.space;

import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Spaces for tests: of four features, the first two whole numbers from 0 to 9 that are equal but
 * for a little, the third a flag, the fourth anything of a normal distribution.
 */
public final class Spaces {
  /** How many features rows have. */
  public static final int WIDTH = 4;

  private static final int ROWS = 2000;

  private Spaces() {}

  /** A usual row. */
  public static float[] usual(Random random) {
    int first = random.nextInt(10);
    int second = Math.max(0, Math.min(9, first + random.nextInt(3) - 1));
    return new float[] {first, second, random.nextInt(2), (float) random.nextGaussian()};
  }

  /** One row as a request, with what a model said. */
  public static Rows rows(float[] row) {
    float score = row[0] >= 5 ? 0.9f : 0.2f;
    return new Rows(1, row, new float[] {score});
  }

  /** A space that was learnt from usual rows. */
  public static FeatureSpace mapped() {
    FeatureSpace plain =
        new FeatureSpace(new float[] {4.5f, 4.5f, 0.5f, 0}, new float[] {2.9f, 2.9f, 0.5f, 1});
    float[] ten = new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] none = new float[0];
    List<Grain> grains =
        List.of(
            new Grain(0, 9, 0, ten),
            new Grain(0, 9, 0, ten),
            new Grain(0, 1, 0, new float[] {0, 1}),
            new Grain(-4, 4, 0, none));
    Geometry blank = geometry(grains, new float[Waves.COUNT]);
    Geometry geometry = geometry(grains, embedding(plain.with(blank)));
    return plain.with(geometry.with(surprises(plain.with(geometry))));
  }

  private static Geometry geometry(List<Grain> grains, float[] embedding) {
    ClassShape shape = new ClassShape(-1, new float[3], new float[] {1, 1, 1}, embedding);
    return new Geometry(
        grains,
        projection(),
        new Waves(frequencies()),
        List.of(shape),
        points(),
        1,
        4,
        Optional.of(differing()),
        List.of());
  }

  /** The sum and the difference of the first two, and the others. */
  private static Projection projection() {
    float sum = (float) (Math.sqrt(0.5) / Math.sqrt(1.9));
    float difference = (float) (Math.sqrt(0.5) / Math.sqrt(0.04));
    float[] directions = {
      sum, 0, 0, difference, sum, 0, 0, -difference, 0, 1, 0, 0, 0, 0, 1, 0,
    };
    float[] variances = {1.9f, 1, 1, 0.04f};
    return new Projection(new float[WIDTH], directions, variances, new float[0], 3);
  }

  /** Says how much the first two features differ. */
  private static Discriminator differing() {
    int units = Discriminator.UNITS;
    float[] first = new float[Discriminator.firstLength(WIDTH)];
    float[] second = new float[Discriminator.secondLength()];
    float[] last = new float[units + 1];
    first[0] = 1;
    first[units] = -1;
    first[1] = -1;
    first[units + 1] = 1;
    second[0] = 1;
    second[units] = 1;
    last[0] = 1;
    return new Discriminator(first, second, last);
  }

  private static float[] frequencies() {
    Random random = new Random(1);
    float[] frequencies = new float[3 * Waves.COUNT / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = (float) random.nextGaussian() / 2;
    }
    return frequencies;
  }

  private static float[] embedding(FeatureSpace space) {
    float[] embedding = new float[Waves.COUNT];
    for (Place place : places(space)) {
      for (int i = 0; i < embedding.length; i++) {
        embedding[i] += place.wave(i) / ROWS;
      }
    }
    return embedding;
  }

  private static List<Place> places(FeatureSpace space) {
    Random random = new Random(2);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Place place = space.newPlace();
      space.place(rows(usual(random)), 0, place);
      places.add(place);
    }
    return places;
  }

  /** Places of some usual rows: both flags, from low to high. */
  private static List<float[]> points() {
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      points.add(new float[] {(i / 8 - 1.5f) * 0.9f, i % 2 == 0 ? 1 : -1, i % 8 / 2 - 1.5f});
    }
    return points;
  }

  private static List<Surprise> surprises(FeatureSpace space) {
    List<Place> places = places(space);
    List<Surprise> surprises = new ArrayList<>();
    for (int i = 0; i < Geometry.MEASURES; i++) {
      int measure = i;
      surprises.add(surprise(places, place -> place.measure(measure)));
    }
    surprises.add(
        surprise(
            places,
            place -> {
              float most = 0;
              for (int i = 0; i < Geometry.MEASURES; i++) {
                most = Math.max(most, surprises.get(i).decades(place.measure(i)));
              }
              return most;
            }));
    surprises.add(surprise(places, place -> -place.margin()));
    surprises.add(surprise(places, Place::suspicion));
    return surprises;
  }

  private static Surprise surprise(List<Place> places, ToDoubleFunction<Place> value) {
    float[] values = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = (float) value.applyAsDouble(places.get(i));
    }
    Arrays.sort(values);
    return Surprise.of(values);
  }
}
