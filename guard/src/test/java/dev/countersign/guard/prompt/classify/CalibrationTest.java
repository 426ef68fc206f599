package dev.countersign.guard.prompt.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How scores become p-values and a threshold. */
class CalibrationTest {
  private final Calibration hundred =
      Calibration.of(0, IntStream.range(0, 199).mapToDouble(i -> i).toArray());

  @Test
  void theThresholdAndThePValueSayTheSame() {
    double threshold = hundred.threshold(0.01);
    assertThat(threshold).isEqualTo(197);
    assertThat(hundred.pValue(threshold)).isGreaterThan(0.01);
    assertThat(hundred.pValue(Math.nextUp(threshold))).isLessThanOrEqualTo(0.01);
  }

  @Test
  void tooFewTextsForARateFlagNothing() {
    assertThat(Calibration.of(0, new double[] {1, 2, 3}).threshold(0.01)).isInfinite();
  }

  @Test
  void theRateHoldsForTextsOfAnyLength() {
    SplittableRandom random = new SplittableRandom(4);
    double[] benign =
        IntStream.range(0, 4000)
            .mapToDouble(i -> longest(random, 1 + i % 50) - Math.log(1 + i % 50))
            .toArray();
    Calibration calibration = Calibration.of(1, benign);
    for (int windows : new int[] {1, 50, 1000}) {
      long flagged =
          IntStream.range(0, 4000)
              .filter(i ->
                  calibration.corrected(new Peak(longest(random, windows), 0, 0, windows))
                      > calibration.threshold(0.05))
              .count();
      assertThat(flagged / 4000.0).as("%d windows", windows).isBetween(0.02, 0.08);
    }
  }

  /** The highest of so many scores with an exponential tail. */
  private static double longest(SplittableRandom random, int windows) {
    return IntStream.range(0, windows)
        .mapToDouble(i -> -Math.log(random.nextDouble()))
        .max()
        .orElse(0);
  }

  @Test
  void brokenOnesAreRefused() {
    assertThatThrownBy(() -> Calibration.of(0, new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Calibration.of(0, new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Calibration.of(-1, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
