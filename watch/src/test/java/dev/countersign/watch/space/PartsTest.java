package dev.countersign.watch.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows that share most of their fields share most of their parts. */
class PartsTest {
  private static float[] row(int width) {
    float[] row = new float[width];
    for (int i = 0; i < width; i++) {
      row[i] = i / 7f;
    }
    return row;
  }

  private static int differing(float[] one, float[] other) {
    return Parts.differing(Parts.of(one), 0, Parts.of(other), 0);
  }

  @Test
  void oneFieldIsOnePartHoweverFarItIsMoved() {
    for (int width : new int[] {1, 8, 30, 118}) {
      float[] moved = row(width);
      moved[width - 1] = 1e9f;
      assertThat(differing(row(width), row(width))).isZero();
      assertThat(differing(row(width), moved)).isEqualTo(1);
    }
  }

  @Test
  void noiseOnAllFieldsIsAllParts() {
    float[] noisy = row(30);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += 1e-3f;
    }
    assertThat(differing(row(30), noisy)).isEqualTo(Parts.COUNT);
  }
}
