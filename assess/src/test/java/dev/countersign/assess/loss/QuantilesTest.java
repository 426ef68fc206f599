package dev.countersign.assess.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.assess.loss.Prior.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantilesTest {
  private final Quantiles quantiles = new Quantiles();

  @ParameterizedTest
  @EnumSource(Prior.class)
  void nineOfTenValuesLieWithinTheInterval(Prior prior) {
    long inside =
        Arrays.stream(quantiles.of(prior))
            .filter(value -> prior.low() <= value && value <= prior.high())
            .count();

    assertThat(inside)
        .isEqualTo(prior.shape() == Shape.CERTAIN ? Quantiles.COUNT : Quantiles.COUNT * 9 / 10);
  }

  @ParameterizedTest
  @EnumSource(Prior.class)
  void valuesRiseAndSharesStayShares(Prior prior) {
    double[] values = quantiles.of(prior);

    assertThat(values).isSorted().doesNotContain(Double.NaN);
    assertThat(values[0]).isPositive();
    if (prior.shape() == Shape.LOGIT_NORMAL) {
      assertThat(values[Quantiles.COUNT - 1]).isLessThan(1);
    }
  }

  @Test
  void theMiddleOfALognormalIsTheGeometricMeanOfItsEnds() {
    double[] days = quantiles.of(Prior.DAYS);

    assertThat(Math.sqrt(days[127] * days[128])).isCloseTo(Math.sqrt(90), within(1e-9));
  }

  @Test
  void theOutermostValueIsThatOfTheNormalDistribution() {
    double deviation = Math.log(90) / 2 / 1.6448536;
    double z = Math.log(quantiles.of(Prior.DAYS)[255] / Math.sqrt(90)) / deviation;

    assertThat(z).as("the quantile of 255.5/256").isCloseTo(2.8856349, within(1e-4));
  }
}
