package dev.countersign.runner.calibrate;

import dev.countersign.watch.space.Grain;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Rows that nobody sent: made of usual ones in the five ways in which rows are made where no real
 * ones are at hand. All are well-formed: values are such as the feature has, and of a category one
 * place is 1; what is not, is odd, and seen without this.
 */
final class MadeUp {
  private static final double LEAST_SHIFT = 0.03;

  /** A category has one place that is 1 in at least so large a share of usual rows. */
  private static final double KEEPS = 0.98;

  private final float[][] usual;
  private final List<Grain> grains;
  private final Random random = new Random(1);
  private final float[] middle;
  private final float[] deviation;

  /** Of each feature the first feature of its category; itself where it belongs to none. */
  private final int[] category;

  /**
   * Made of these.
   *
   * @param usual rows, at least one
   * @param grains of each feature
   */
  MadeUp(float[][] usual, List<Grain> grains) {
    this.usual = usual;
    this.grains = grains;
    int width = grains.size();
    this.middle = new float[width];
    this.deviation = new float[width];
    for (int i = 0; i < width; i++) {
      moments(i);
    }
    this.category = categories();
  }

  private void moments(int feature) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (float[] row : usual) {
      if (Float.isFinite(row[feature])) {
        sum += row[feature];
        squares += (double) row[feature] * row[feature];
        count++;
      }
    }
    double mean = sum / Math.max(1, count);
    middle[feature] = (float) mean;
    deviation[feature] = (float) Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  }

  private int[] categories() {
    int[] first = new int[grains.size()];
    for (int i = 0; i < first.length; ) {
      int end = Math.max(i + 1, end(i));
      Arrays.fill(first, i, end, i);
      i = end;
    }
    return first;
  }

  /** Where the category that begins at a feature ends; at the feature itself if none does. */
  private int end(int from) {
    float[] sums = new float[usual.length];
    for (int i = from; i < grains.size() && isFlag(i); i++) {
      int ones = 0;
      int more = 0;
      for (int row = 0; row < sums.length; row++) {
        sums[row] += usual[row][i];
        ones += sums[row] == 1 ? 1 : 0;
        more += sums[row] > 1 ? 1 : 0;
      }
      if (more > (1 - KEEPS) * sums.length) {
        return from;
      }
      if (i > from && ones >= KEEPS * sums.length) {
        return i + 1;
      }
    }
    return from;
  }

  private boolean isFlag(int feature) {
    return Arrays.equals(grains.get(feature).values(), new float[] {0, 1});
  }

  /** How many usual rows there are. */
  int count() {
    return usual.length;
  }

  /** A usual row. */
  float[] usual() {
    return usual[random.nextInt(usual.length)];
  }

  /** A row in the ways of making one, by turns. */
  float[] row(int turn) {
    return switch (turn % 5) {
      case 0 -> mixed();
      case 1 -> crossed();
      case 2 -> shifted();
      case 3 -> uniform();
      default -> normal();
    };
  }

  /** Each field from another row. */
  private float[] mixed() {
    float[] row = new float[grains.size()];
    float[] from = usual();
    for (int i = 0; i < row.length; i++) {
      from = category[i] == i ? usual() : from;
      row[i] = from[i];
    }
    return row;
  }

  /** Each field from one of two rows. */
  private float[] crossed() {
    float[] row = usual().clone();
    float[] other = usual();
    float part = 0.1f + 0.8f * random.nextFloat();
    boolean taken = false;
    for (int i = 0; i < row.length; i++) {
      taken = category[i] == i ? random.nextFloat() < part : taken;
      row[i] = taken ? other[i] : row[i];
    }
    return row;
  }

  /** A row some numbers of which were moved, all by steps of one size or by noise. */
  private float[] shifted() {
    float[] row = usual().clone();
    float size = (float) StrictMath.exp(StrictMath.log(LEAST_SHIFT) * random.nextDouble());
    float part = random.nextFloat();
    boolean steps = random.nextBoolean();
    for (int i = 0; i < row.length; i++) {
      if (!isFlag(i) && random.nextFloat() < part) {
        double by = steps ? random.nextInt(2) * 2 - 1 : random.nextGaussian();
        row[i] = wellFormed(i, row[i] + (float) by * size * deviation[i]);
      }
    }
    return row;
  }

  private float[] uniform() {
    float[] row = mixed();
    for (int i = 0; i < row.length; i++) {
      Grain grain = grains.get(i);
      if (!isFlag(i) && Float.isFinite(grain.highest() - grain.lowest())) {
        float value = grain.lowest() + random.nextFloat() * (grain.highest() - grain.lowest());
        row[i] = wellFormed(i, value);
      }
    }
    return row;
  }

  private float[] normal() {
    float[] row = mixed();
    for (int i = 0; i < row.length; i++) {
      if (!isFlag(i)) {
        row[i] = wellFormed(i, middle[i] + deviation[i] * (float) random.nextGaussian());
      }
    }
    return row;
  }

  private float wellFormed(int feature, float value) {
    Grain grain = grains.get(feature);
    float within = Math.max(grain.lowest(), Math.min(grain.highest(), value));
    if (grain.values().length > 0) {
      return nearest(grain.values(), within);
    }
    return grain.step() > 0 ? Math.round(within / grain.step()) * grain.step() : within;
  }

  private static float nearest(float[] values, float value) {
    int found = Arrays.binarySearch(values, value);
    int next = Math.min(values.length - 1, found >= 0 ? found : -found - 1);
    int before = Math.max(0, next - 1);
    return value - values[before] < values[next] - value ? values[before] : values[next];
  }
}
