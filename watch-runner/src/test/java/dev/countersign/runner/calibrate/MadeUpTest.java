package dev.countersign.runner.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.space.Grain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows are made up in five ways, and all of them are well-formed. */
class MadeUpTest {
  /** A category of three, an amount in steps of a quarter, a measurement, a category of two. */
  private static float[][] usual() {
    Random random = new Random(1);
    float[][] rows = new float[1_000][];
    for (int i = 0; i < rows.length; i++) {
      float[] row = new float[7];
      row[random.nextInt(3)] = 1;
      row[3] = random.nextInt(400) / 4f;
      row[4] = (float) random.nextGaussian();
      row[5 + random.nextInt(2)] = 1;
      rows[i] = row;
    }
    return rows;
  }

  private static List<Grain> grains(float[][] rows) {
    List<Grain> grains = new ArrayList<>();
    for (int i = 0; i < rows[0].length; i++) {
      float[] column = new float[rows.length];
      for (int row = 0; row < rows.length; row++) {
        column[row] = rows[row][i];
      }
      Arrays.sort(column);
      grains.add(GrainFit.of(column));
    }
    return grains;
  }

  @Test
  void everyRowIsWellFormedAndHardlyAnyWasThereBefore() {
    float[][] usual = usual();
    List<Grain> grains = grains(usual);
    Set<List<Float>> known = new HashSet<>();
    Arrays.stream(usual).forEach(row -> known.add(boxed(row)));
    MadeUp rows = new MadeUp(usual, grains);
    int fresh = 0;
    for (int turn = 0; turn < 1_000; turn++) {
      float[] row = rows.row(turn);
      assertThat(row[0] + row[1] + row[2]).isEqualTo(1);
      assertThat(row[5] + row[6]).isEqualTo(1);
      for (int i = 0; i < row.length; i++) {
        assertThat(grains.get(i).odd(row[i])).as("feature %d of %s", i, boxed(row)).isFalse();
      }
      fresh += known.contains(boxed(row)) ? 0 : 1;
    }
    assertThat(fresh).isGreaterThan(800);
  }

  private static List<Float> boxed(float[] row) {
    List<Float> boxed = new ArrayList<>();
    for (float one : row) {
      boxed.add(one);
    }
    return boxed;
  }
}
