package dev.countersign.watch.engine;

import dev.countersign.watch.detector.State;
import java.util.Optional;

/** What is remembered of one client of one model: a state and perhaps an incident a detector. */
public final class ClientRecord {
  final State[] states;
  private final Optional<Incident>[] incidents;

  @SuppressWarnings("unchecked")
  ClientRecord(State[] states) {
    this.states = states;
    this.incidents = (Optional<Incident>[]) new Optional<?>[states.length];
    java.util.Arrays.fill(incidents, Optional.empty());
  }

  Optional<Incident> incident(int detector) {
    return incidents[detector];
  }

  void incident(int detector, Optional<Incident> incident) {
    incidents[detector] = incident;
  }
}
