package dev.countersign.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import org.junit.jupiter.api.Test;

/** What all detectors together keep to. */
class AllDetectorsTest {
  private static final int FOUR_KIB = 4096;

  @Test
  void eachIsThereAndHasANameOfItsOwn() {
    assertThat(Detectors.all())
        .extracting(DetectorKind::id)
        .containsExactly(
            "agent",
            "campaign",
            "collusion",
            "cost",
            "drift",
            "evasion",
            "extraction",
            "membership");
  }

  @Test
  void whatAClientIsRememberedByIsAtMostFourKibibytes() {
    ClientMachine machine =
        new ClientMachine(ModelBaseline.unknown("card-fraud", "fraud"), Detectors.all());
    assertThat(machine.maxRecordBytes()).isBetween(FOUR_KIB / 4, FOUR_KIB);
  }
}
