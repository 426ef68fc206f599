package dev.countersign.guard.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import dev.countersign.guard.input.model.Calibration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When p-values say that the world has moved. */
class DriftTest {
  private static final Calibration CALIBRATION =
      new Calibration(new float[9_999], 0, 0.01, 0.05, false);

  private final Tally tally = new Tally(CALIBRATION);
  private final Random random = new Random(7);

  @Test
  void uniformPValuesAreNoDrift() {
    see(20_000);
    assertThat(tally.drift().moved()).isFalse();
    assertThat(tally.drift().rejected()).isBetween(0.008, 0.012);
  }

  @Test
  void aGateThatRejectsThirtyPercentSaysSo() {
    see(1_000);
    tallyRejections(400);
    Drift drift = tally.drift();
    assertThat(drift.rejected()).isGreaterThan(0.25);
    assertThat(drift.rateProbability()).isLessThan(1e-6);
    assertThat(drift.moved()).isTrue();
  }

  @Test
  void pValuesThatShrinkAreDriftBeforeAnythingIsRejected() {
    for (int i = 0; i < 5_000; i++) {
      add(0.02 + 0.7 * random.nextDouble());
    }
    assertThat(tally.drift().shapeProbability()).isLessThan(1e-6);
    assertThat(tally.drift().moved()).isTrue();
  }

  @Test
  void fewInputsProveNothing() {
    see(3);
    tallyRejections(1);
    assertThat(tally.drift().moved()).isFalse();
    assertThat(new Tally(CALIBRATION).drift().moved()).isFalse();
  }

  @Test
  void anHourCanBeLookedAtAlone() {
    see(20_000);
    Drift morning = tally.drift();
    tallyRejections(100);
    Drift hour = tally.drift().since(morning);
    assertThat(hour.seen()).isEqualTo(100);
    assertThat(hour.rejected()).isEqualTo(1);
    assertThat(hour.moved()).isTrue();
  }

  @Test
  void falseAlarmsAreAsRareAsPromised() {
    int alarms = 0;
    for (int stretch = 0; stretch < 1_000; stretch++) {
      Tally one = new Tally(CALIBRATION);
      for (int i = 0; i < 300; i++) {
        double p = random.nextDouble();
        one.add(p <= 0.01 ? Decision.REJECT : Decision.ACCEPT, p);
      }
      alarms += one.drift().moved() ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(6);
  }

  private void see(int inputs) {
    for (int i = 0; i < inputs; i++) {
      add(random.nextDouble());
    }
  }

  private void add(double pValue) {
    tally.add(pValue <= 0.01 ? Decision.REJECT : Decision.ACCEPT, pValue);
  }

  private void tallyRejections(int inputs) {
    for (int i = 0; i < inputs; i++) {
      tally.add(Decision.REJECT, 0.0005);
    }
  }
}
