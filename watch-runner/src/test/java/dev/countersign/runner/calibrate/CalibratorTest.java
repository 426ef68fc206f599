package dev.countersign.runner.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.extraction.Extraction;
import dev.countersign.watch.space.FeatureSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fleet teaches what is usual; other fleets are not alarmed of, and an attacker is. */
class CalibratorTest {
  private static final List<DetectorKind> KINDS = List.of(new Extraction());
  private static final double BUDGET = 1e-3;
  private static List<Calibrated> calibrated = List.of();

  @BeforeAll
  static void calibrate() throws Exception {
    calibrated = new Calibrator(KINDS, BUDGET).calibrate(new TestFleet(1, 100, 5));
  }

  private static List<Alert> alerts(List<Event> log) {
    try (Monitor monitor =
        new Monitor(
            calibrated.stream().map(Calibrated::usual).toList(),
            KINDS,
            new MonitorOptions(1, 10_000, 1000))) {
      return new ArrayList<>(monitor.take(log));
    }
  }

  @Test
  void saysWhatItFoundAndOnWhat() {
    Calibrated one = calibrated.get(0);
    assertThat(calibrated).hasSize(1);
    assertThat(one.usual().model()).isEqualTo("fraud");
    assertThat(one.named("fraud-gbt").usual().element()).isEqualTo("fraud-gbt");
    assertThat(one.calibration().budget()).isEqualTo(BUDGET);
    assertThat(one.calibration().heldOut()).isEqualTo(one.calibration().clientDays());
    assertThat(one.calibration().extrapolated()).isTrue();
    assertThat(one.calibration().estimated()).isLessThan(0.01);
    assertThat(one.calibration().atMost()).isGreaterThan(one.calibration().estimated());
    assertThat(one.usual().thresholds())
        .containsKeys("extraction/novelty-64", "extraction/relation-64", "extraction/odd-64");
  }

  @Test
  void anotherFleetIsNotAlarmedOf() {
    List<Event> log = new ArrayList<>();
    new TestFleet(2, 100, 3).forEach(log::add);
    assertThat(alerts(log)).isEmpty();
  }

  @Test
  void whoAsksRowsAnywhereIsSeenWithinTwoHundred() {
    List<Alert> alerts = alerts(TestFleet.attack(200));
    assertThat(alerts).isNotEmpty();
    assertThat(alerts.get(0).threat()).isEqualTo("model-extraction@fraud");
  }

  @Test
  void whoHidesOneSuchRowAmongThreeUsualOnesIsSeenWithinEightHundred() {
    Random random = new Random(4);
    List<Event> log = new ArrayList<>();
    for (Event event : TestFleet.attack(200)) {
      log.add(event);
      for (int i = 1; i <= 3; i++) {
        log.add(TestFleet.event(event.time() + i, "eve", TestFleet.usual(random)));
      }
    }
    assertThat(alerts(log)).isNotEmpty();
  }

  @Test
  void theSameLogTeachesTheSame() throws Exception {
    FeatureSpace first = space(new Calibrator(KINDS, BUDGET).calibrate(new TestFleet(1, 100, 5)));
    assertThat(first.json()).isEqualTo(space(calibrated).json());
  }

  private static FeatureSpace space(List<Calibrated> all) {
    return all.get(0).usual().space().orElseThrow();
  }

  @Test
  void tooSmallALogIsRefusedWithWhatIsMissing() {
    assertThatThrownBy(() -> new Calibrator(KINDS, 1e-6).calibrate(new TestFleet(1, 60, 3)))
        .isInstanceOf(TooLittle.class)
        .hasMessageMatching(
            "Half of the clients of model \"fraud\" are \\d+ with \\d+ days of traffic, and a"
                + " budget of 1\\.0E-6 false alarms a client-day needs at least 20 with 10,000:"
                + " thresholds are put at most two powers of ten beyond what was seen\\. Give a"
                + " longer log, or a larger budget; until then only what needs no calibration is"
                + " told of\\.");
  }

  @Test
  void aLogWithoutRequestsIsRefused() {
    assertThatThrownBy(() -> new Calibrator(KINDS, BUDGET).calibrate(each -> {}))
        .isInstanceOf(TooLittle.class)
        .hasMessage("The log holds no request to a model.");
  }
}
