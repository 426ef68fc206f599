package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * All detectors of one model, for one client after the other: a pure function of a record and an
 * event. One thread at a time may use it.
 */
public final class ClientMachine {
  private final ModelBaseline usual;
  private final Hosted<?>[] hosted;
  private final Optional<Spot> spot;
  private final Sections sections;

  private record Spot(FeatureSpace space, Place place) {}

  /** With detectors of these kinds. */
  public ClientMachine(ModelBaseline usual, List<DetectorKind> kinds) {
    this.usual = usual;
    this.hosted = new Hosted<?>[kinds.size()];
    for (int i = 0; i < hosted.length; i++) {
      DetectorKind kind = kinds.get(i);
      hosted[i] = hosted(kind, kind.client(usual), i);
    }
    this.sections = new Sections(kinds);
    this.spot = usual.space().map(space -> new Spot(space, space.newPlace()));
  }

  private <S extends State> Hosted<S> hosted(DetectorKind kind, ClientDetector<S> it, int place) {
    return new Hosted<>(it, Limits.of(kind, usual), usual, place);
  }

  /** Of a client that was never seen. */
  public ClientRecord fresh() {
    State[] states = new State[hosted.length];
    for (int i = 0; i < states.length; i++) {
      states[i] = hosted[i].detector.fresh();
    }
    return new ClientRecord(states);
  }

  /** Takes an event into a record, and gives away what comes of it. */
  public void take(ClientRecord record, Event event, Output out) {
    for (Hosted<?> one : hosted) {
      one.begin(out);
      one.event(record, event);
    }
    if (spot.isPresent()) {
      rows(spot.get(), record, event);
    }
    for (Hosted<?> one : hosted) {
      one.end(record, event, out);
    }
  }

  private void rows(Spot at, ClientRecord record, Event event) {
    Rows rows = event.rows();
    if (rows.width() != at.space().width()) {
      return;
    }
    for (int row = 0; row < rows.count(); row++) {
      at.space().place(rows, row, at.place());
      for (Hosted<?> one : hosted) {
        one.row(record, event, row, at.place());
      }
    }
  }

  /** The largest number of bytes that a record without incidents is written as. */
  public int maxRecordBytes() {
    int most = sections.overhead();
    for (Hosted<?> one : hosted) {
      most += one.detector.maxStateBytes() + 1;
    }
    return most;
  }

  /**
   * Writes a record.
   *
   * @throws IOException as {@code out} does
   */
  public void write(ClientRecord record, DataOutput out) throws IOException {
    sections.write((detector, into) -> write(record, detector, into), out);
  }

  private static void write(ClientRecord record, int detector, DataOutput out) throws IOException {
    record.states[detector].write(out);
    Optional<Incident> incident = record.incident(detector);
    out.writeBoolean(incident.isPresent());
    if (incident.isPresent()) {
      incident.get().write(out);
    }
  }

  /**
   * Reads a record. A detector that did not write to it, or did so in another version, begins
   * afresh.
   *
   * @throws IOException if it is none
   */
  public ClientRecord read(DataInput in) throws IOException {
    ClientRecord record = fresh();
    sections.read((detector, from) -> read(record, detector, from), in);
    return record;
  }

  private void read(ClientRecord record, int detector, DataInput in) throws IOException {
    record.states[detector] = hosted[detector].detector.read(in);
    if (in.readBoolean()) {
      record.incident(detector, Optional.of(Incident.read(in)));
    }
  }

  /** The record of a client whose events were seen in two parts; neither is used afterwards. */
  public ClientRecord merge(ClientRecord earlier, ClientRecord later) {
    ClientRecord both = new ClientRecord(new State[hosted.length]);
    for (int i = 0; i < hosted.length; i++) {
      both.states[i] = hosted[i].merge(earlier.states[i], later.states[i]);
      both.incident(i, earlier.incident(i).isPresent() ? earlier.incident(i) : later.incident(i));
    }
    return both;
  }
}
