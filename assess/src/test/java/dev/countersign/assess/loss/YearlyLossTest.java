package dev.countersign.assess.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearlyLossTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 19, 20, 21, 100, 2000, 10_000})
  void percentilesAreThoseOfTheSortedYears(int years) {
    Random random = new Random(years);
    double[] losses = new double[years];
    Arrays.setAll(losses, _ -> random.nextInt(3) == 0 ? 0 : Math.exp(random.nextGaussian(0, 20)));
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(losses).sum() / years;

    assertThat(YearlyLoss.range(losses, "EUR"))
        .isEqualTo(
            new LossRange(
                sorted[rank(years, 0.05)],
                sorted[rank(years, 0.5)],
                sorted[rank(years, 0.95)],
                mean,
                "EUR"));
  }

  @Test
  void aRangeHasTwoSignificantDigits() {
    assertThat(new LossRange(1234, 56_789, 123_456, 0.0456, "EUR"))
        .isEqualTo(new LossRange(1200, 57_000, 120_000, 0.046, "EUR"));
  }

  @Test
  void whatIsNoRangeIsRefused() {
    assertThatThrownBy(() -> new LossRange(2, 1, 3, 2, "EUR"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LossRange(0, 1, Double.NaN, 2, "EUR"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LossRange(-1, 1, 2, 2, "EUR"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int rank(int years, double share) {
    return (int) Math.ceil(years * share) - 1;
  }
}
