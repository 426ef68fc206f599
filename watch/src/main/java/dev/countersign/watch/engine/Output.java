package dev.countersign.watch.engine;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;

/** Takes what comes of an event. */
public interface Output {
  /** An incident was opened, or became more severe. */
  void alert(Alert alert);

  /** Something for the fleet's part of a detector. */
  void contribution(Contribution contribution);

  /** A value that a detector measured, whatever its threshold; for calibration. */
  default void reading(DetectorKind detector, int statistic, double value) {}
}
