package dev.countersign.runner.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.watch.baseline.Threshold;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thresholds lie where the wanted share of client-days is, and rather above than below. */
class TailTest {
  private static final int CLIENTS = 200;
  private static final int DAYS = 10;

  /** Exponential values; a client's days differ by a part only. */
  private static double[] values(long seed, double own) {
    Random random = new Random(seed);
    double[] values = new double[CLIENTS * DAYS];
    for (int client = 0; client < CLIENTS; client++) {
      double of = -Math.log(1 - random.nextDouble());
      for (int day = 0; day < DAYS; day++) {
        double today = -Math.log(1 - random.nextDouble());
        values[client * DAYS + day] = own * of + (1 - own) * today;
      }
    }
    return values;
  }

  private static int[] owners() {
    int[] owners = new int[CLIENTS * DAYS];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = i / DAYS;
    }
    return owners;
  }

  @Test
  void aShareBeyondTheDataIsReachedByNoMoreThanThat() {
    for (double own : new double[] {0, 0.5, 1}) {
      double at = Tail.threshold(values(1, own), owners(), 1e-4).at();
      int above = 0;
      for (int seed = 2; seed < 102; seed++) {
        for (double value : values(seed, own)) {
          above += value >= at ? 1 : 0;
        }
      }
      assertThat(above / (100.0 * CLIENTS * DAYS)).as("own %s", own).isLessThanOrEqualTo(1e-4);
    }
  }

  @Test
  void itIsNotFarAboveWhereItHasToBe() {
    double at = Tail.threshold(values(1, 0), owners(), 1e-4).at();
    assertThat(at).isBetween(Math.log(1e4), 3 * Math.log(1e4));
  }

  @Test
  void aClientUnlikeAllOthersRaisesIt() {
    double[] values = values(1, 0.5);
    double before = Tail.threshold(values, owners(), 1e-4).at();
    for (int day = 0; day < DAYS; day++) {
      values[day] = 60;
    }
    Threshold after = Tail.threshold(values, owners(), 1e-4);
    assertThat(before).isLessThan(40);
    assertThat(after.at()).isGreaterThan(60);
    assertThat(after.rate()).isEqualTo(1e-4);
  }

  @Test
  void whatIsAlwaysTheSameHasAThresholdAboveIt() {
    Threshold threshold = Tail.threshold(new double[CLIENTS * DAYS], owners(), 1e-4);
    assertThat(threshold.at()).isPositive();
    assertThat(threshold.at()).isLessThan(0.5);
    assertThat(Tail.threshold(new double[CLIENTS * DAYS], owners(), 0.05).at()).isPositive();
  }

  @Test
  void intervalsOfSharesAreExact() {
    assertThat(Shares.upper(0, 100)).isCloseTo(0.0362, within(1e-4));
    assertThat(Shares.lower(5, 100)).isCloseTo(0.0164, within(1e-4));
    assertThat(Shares.upper(5, 100)).isCloseTo(0.1128, within(1e-4));
    assertThat(Shares.lower(0, 100)).isZero();
    assertThat(Shares.upper(3, 3)).isEqualTo(1);
  }
}
