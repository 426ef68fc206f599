package dev.countersign.watch.heartbeat;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import java.time.Instant;

/**
 * An incident as a heartbeat tells of it: nothing that names a client.
 *
 * @param id as in its alerts
 * @param severity the highest so far
 * @param threat that it speaks for: {@code model-extraction@fraud-gbt}
 * @param system as the log names it
 * @param detector that saw it
 * @param since when it began
 * @param told when it was last told of: the time of the event that made it more severe
 */
public record OpenIncident(
    String id,
    Severity severity,
    String threat,
    String system,
    String detector,
    Instant since,
    Instant told) {
  /** The incident of an alert, as the alert tells of it. */
  public static OpenIncident of(Alert alert) {
    return new OpenIncident(
        alert.id(),
        alert.severity(),
        alert.threat(),
        alert.system(),
        alert.detector(),
        Instant.ofEpochMilli(alert.since()),
        Instant.ofEpochMilli(alert.time()));
  }
}
