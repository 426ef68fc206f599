package dev.countersign.runner.calibrate;

import dev.countersign.watch.baseline.Calibration;
import dev.countersign.watch.baseline.ModelBaseline;

/**
 * What was learnt of one model.
 *
 * @param usual what is usual
 * @param calibration how thresholds were found
 */
public record Calibrated(ModelBaseline usual, Calibration calibration) {
  /** The same, with what the model is called in {@code countersign.yaml}. */
  public Calibrated named(String element) {
    ModelBaseline named =
        new ModelBaseline(
            usual.system(),
            usual.model(),
            element,
            usual.space(),
            usual.thresholds(),
            usual.settings());
    return new Calibrated(named, calibration);
  }
}
