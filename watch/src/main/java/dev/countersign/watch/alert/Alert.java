package dev.countersign.watch.alert;

import java.util.List;

/**
 * That something unusual goes on: an incident was opened, or more speaks for it than when it was
 * last told of.
 *
 * @param id of the incident; the same in every alert about it, and whoever hosts the detector
 * @param sequence 1 where the incident was opened by it, one more each time that it became more
 *     severe
 * @param severity of the incident now
 * @param time of the event that raised it, in milliseconds since 1970
 * @param since when the incident began, likewise
 * @param detector that saw it
 * @param system that the model belongs to
 * @param model as the log names it
 * @param threat that it speaks for, as {@code countersign.yaml} calls it: {@code
 *     model-extraction@fraud-gbt}
 * @param subject what it is about: a client, or what several clients have in common
 * @param clients that belong to it, the first ones
 * @param measures what reached its threshold, the most unusual first
 * @param events that show it, by id: the first ones and the last ones
 * @param advice what to do
 */
public record Alert(
    String id,
    int sequence,
    Severity severity,
    long time,
    long since,
    String detector,
    String system,
    String model,
    String threat,
    String subject,
    List<String> clients,
    List<Measure> measures,
    List<String> events,
    String advice) {
  public Alert {
    clients = List.copyOf(clients);
    measures = List.copyOf(measures);
    events = List.copyOf(events);
  }

  /** Whether every threshold that was reached had been calibrated. */
  public boolean calibrated() {
    return measures.stream().allMatch(measure -> measure.threshold().calibrated());
  }
}
