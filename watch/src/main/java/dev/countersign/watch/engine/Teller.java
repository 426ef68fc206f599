package dev.countersign.watch.engine;

import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Statistic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes alerts of incidents. */
final class Teller {
  private static final int ID_LENGTH = 16;

  private Teller() {}

  /** What an incident is called, whoever hosts the detector. */
  static String id(Limits limits, String system, String model, String subject, String event) {
    String all = String.join("\n", limits.kind().id(), system, model, subject, event);
    return HashAlgorithm.SHA256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
  }

  /** The alert of an incident that is worth telling. */
  static Alert tell(
      Incident incident,
      Limits limits,
      ModelBaseline usual,
      long time,
      String system,
      String model,
      String subject,
      List<String> clients) {
    Statistic worst = limits.statistics().get(incident.worst(limits));
    String element = usual.element().isEmpty() ? model : usual.element();
    return new Alert(
        incident.id(),
        incident.sequence(),
        incident.severity(),
        time,
        incident.since(),
        limits.kind().id(),
        system,
        model,
        worst.family() + "@" + element,
        subject,
        clients,
        incident.measures(limits),
        incident.events(),
        worst.advice());
  }
}
