package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Note;
import dev.countersign.watch.heartbeat.OpenIncident;
import dev.countersign.watch.heartbeat.WatchHeartbeat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a monitor's heartbeat says of incidents, as findings. */
final class IncidentNotes {
  private static final String RULE = "open-incident";

  private IncidentNotes() {}

  /** Those of this system, and how many more there are than the heartbeat lists. */
  static List<Note> of(Offer offer, WatchHeartbeat beat) {
    String system = offer.context().system().info().id();
    List<Note> notes = new ArrayList<>();
    beat.incidents().stream()
        .filter(one -> one.system().isEmpty() || one.system().equals(system))
        .forEach(one -> notes.add(note(offer, one)));
    if (beat.unlisted() > 0) {
      notes.add(
          new Note(
              RULE,
              "%,d more incidents, none more severe than those, are not listed in %s."
                  .formatted(beat.unlisted(), offer.shown()),
              "Look into the alerts."));
    }
    return notes;
  }

  private static Note note(Offer offer, OpenIncident incident) {
    return new Note(
        RULE,
        "%s was seen by the detector %s since %s: incident %s, of %s severity."
            .formatted(
                incident.threat(),
                incident.detector(),
                LocalDate.ofInstant(incident.since(), ZoneOffset.UTC),
                incident.id(),
                incident.severity().word()),
        "Look into the alerts of incident %s; once that is done, exempt the finding %s:%s in the policy, with the reason."
            .formatted(incident.id(), RULE, incident.id()),
        Optional.of(incident.id()),
        offer.context().guards().monitors().fails(incident.severity()));
  }
}
