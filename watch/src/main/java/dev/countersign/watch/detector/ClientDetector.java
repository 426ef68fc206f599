package dev.countersign.watch.detector;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.IOException;

/**
 * The part of a detector that sees the events of one client of one model, one after the other: a
 * function of its state and the event, of nothing else. It knows no clock, no other client and no
 * threshold: it measures, and whoever hosts it compares.
 *
 * <p>Events come in the order of the log. A time that runs backwards is no error.
 *
 * @param <S> what it remembers
 */
public interface ClientDetector<S extends State> {
  /** The state of a client that was never seen. */
  S fresh();

  /**
   * A state as it was written.
   *
   * @throws IOException if that is no state of this version
   */
  S read(DataInput in) throws IOException;

  /** The largest number of bytes that a state is ever written as. */
  int maxStateBytes();

  /** Takes a request into the state. Called once for each request, before its rows. */
  default void event(S state, Event event, Readings out) {}

  /**
   * Takes one row of a request into the state.
   *
   * @param place where the row lies; it is only valid during this call
   */
  default void row(S state, Event event, int row, Place place, Readings out) {}

  /**
   * The state of a client whose events were seen in two parts, by two hosts.
   *
   * @param earlier is not used afterwards
   * @param later is not used afterwards
   */
  S merge(S earlier, S later);
}
