package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fleet's part of one detector within a {@link FleetMachine}. */
final class FleetHosted<S extends State> {
  /** Of subjects with an incident; the one that was opened first is forgotten beyond. */
  private static final int MOST_SUBJECTS = 1024;

  private static final int LONGEST_SUBJECT = 256;

  private final FleetDetector<S> detector;
  private final Limits limits;
  private final ModelBaseline usual;
  private final Map<String, Incident> incidents =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Incident> eldest) {
          return size() > MOST_SUBJECTS;
        }
      };
  private S state;

  FleetHosted(FleetDetector<S> detector, Limits limits, ModelBaseline usual) {
    this.detector = detector;
    this.limits = limits;
    this.usual = usual;
    this.state = detector.fresh();
  }

  void take(Contribution contribution, Output out) {
    detector.take(
        state,
        contribution,
        (statistic, value, subject, clients, events) -> {
          out.reading(limits.kind(), statistic, value);
          if (value >= limits.at()[statistic]) {
            tell(contribution, statistic, value, subject, clients, events, out);
          }
        });
  }

  private void tell(
      Contribution at,
      int statistic,
      double value,
      String subject,
      List<String> clients,
      List<String> events,
      Output out) {
    String name =
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    Incident incident = incidents.get(name);
    if (incident == null || incident.isOver(at.time())) {
      String id = Teller.id(limits, at.system(), at.model(), name, at.event());
      incident = new Incident(id, at.time(), limits.at().length);
      incidents.put(name, incident);
    }
    Incident open = incident;
    events.forEach(event -> open.seen(at.time(), event));
    if (open.take(statistic, value) && open.isWorthTelling(limits)) {
      out.alert(
          Teller.tell(open, limits, usual, at.time(), at.system(), at.model(), name, clients));
    }
  }

  void write(DataOutput out) throws IOException {
    state.write(out);
    out.writeInt(incidents.size());
    for (Map.Entry<String, Incident> one : incidents.entrySet()) {
      out.writeUTF(one.getKey());
      one.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    state = detector.read(in);
    incidents.clear();
    for (int left = Math.min(in.readInt(), MOST_SUBJECTS); left > 0; left--) {
      String subject = in.readUTF();
      incidents.put(subject, Incident.read(in));
    }
  }
}
