package dev.countersign.watch.engine;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One detector within a {@link ClientMachine}: compares what it measures with its thresholds. */
final class Hosted<S extends State> implements Readings {
  final ClientDetector<S> detector;
  private final Limits limits;
  private final ModelBaseline usual;
  private final int place;
  private final double[] reached;
  private boolean any;
  private @Nullable Output out;

  Hosted(ClientDetector<S> detector, Limits limits, ModelBaseline usual, int place) {
    this.detector = detector;
    this.limits = limits;
    this.usual = usual;
    this.place = place;
    this.reached = new double[limits.at().length];
    Arrays.fill(reached, Double.NEGATIVE_INFINITY);
  }

  void begin(Output output) {
    this.out = output;
  }

  @SuppressWarnings("unchecked")
  private S state(ClientRecord record) {
    return (S) record.states[place];
  }

  void event(ClientRecord record, Event event) {
    detector.event(state(record), event, this);
  }

  void row(ClientRecord record, Event event, int row, Place at) {
    detector.row(state(record), event, row, at, this);
  }

  @SuppressWarnings("unchecked")
  State merge(State earlier, State later) {
    return detector.merge((S) earlier, (S) later);
  }

  @Override
  public void reading(int statistic, double value) {
    if (value >= limits.at()[statistic]) {
      reached[statistic] = Math.max(reached[statistic], value);
      any = true;
    }
    if (out != null) {
      out.reading(limits.kind(), statistic, value);
    }
  }

  @Override
  public void contribute(Contribution contribution) {
    if (out != null) {
      out.contribution(contribution);
    }
  }

  void end(ClientRecord record, Event event, Output output) {
    if (any) {
      tell(record, event).ifPresent(output::alert);
      Arrays.fill(reached, Double.NEGATIVE_INFINITY);
      any = false;
    }
    out = null;
  }

  private Optional<Alert> tell(ClientRecord record, Event event) {
    Incident incident =
        record
            .incident(place)
            .filter(open -> !open.isOver(event.time()))
            .orElseGet(() -> opened(record, event));
    incident.seen(event.time(), event.id());
    boolean more = false;
    for (int i = 0; i < reached.length; i++) {
      more |= reached[i] > Double.NEGATIVE_INFINITY && incident.take(i, reached[i]);
    }
    return more && incident.isWorthTelling(limits)
        ? Optional.of(
            Teller.tell(
                incident,
                limits,
                usual,
                event.time(),
                event.system(),
                event.model(),
                event.client(),
                List.of(event.client())))
        : Optional.empty();
  }

  private Incident opened(ClientRecord record, Event event) {
    String id = Teller.id(limits, event.system(), event.model(), event.client(), event.id());
    Incident incident = new Incident(id, event.time(), reached.length);
    record.incident(place, Optional.of(incident));
    return incident;
  }
}
