package dev.countersign.cli.watch;

import dev.countersign.cli.terminal.Safe;
import dev.countersign.runner.calibrate.Calibrated;
import dev.countersign.watch.baseline.Calibration;
import java.util.Locale;

/** What a calibration found, for people. */
public final class CalibrationText {
  private CalibrationText() {}

  /**
   * A line or several.
   *
   * @param malformed how many lines of the log were no events
   */
  public static String of(Calibrated found, long malformed) {
    Calibration how = found.calibration();
    StringBuilder text = new StringBuilder();
    String model = found.usual().model().isEmpty() ? "All models" : found.usual().model();
    text.append(
        String.format(
            Locale.ROOT,
            "%s of %s: %,d thresholds from %,d client-days of %,d clients.%n",
            Safe.line(model),
            Safe.line(found.usual().system()),
            found.usual().thresholds().size(),
            how.clientDays(),
            how.clients()));
    text.append(
        how.heldOut() == 0
            ? "False alarms were not measured: no client-days were kept aside.\n"
            : String.format(
                Locale.ROOT,
                "False alarms: %.3g a client-day on %,d that were kept aside; the budget is %.3g.%n",
                how.estimated(),
                how.heldOut(),
                how.budget()));
    if (how.extrapolated()) {
      text.append("The budget is smaller than so few client-days can show: it is extrapolated.\n");
    }
    if (malformed > 0) {
      text.append(String.format(Locale.ROOT, "%,d lines are no events.%n", malformed));
    }
    return text.toString();
  }
}
