package dev.countersign.watch.detector;

import java.io.DataInput;
import java.io.IOException;

/**
 * The part of a detector that sees all clients of a model together, by what {@link ClientDetector}s
 * contribute.
 *
 * @param <S> what it remembers, bounded
 */
public interface FleetDetector<S extends State> {
  /** The state before anything was contributed. */
  S fresh();

  /**
   * A state as it was written.
   *
   * @throws IOException if that is no state of this version
   */
  S read(DataInput in) throws IOException;

  /** Takes a contribution into the state; they come in {@link Contribution#ORDER}. */
  void take(S state, Contribution contribution, FleetReadings out);
}
