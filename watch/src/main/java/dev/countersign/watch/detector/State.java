package dev.countersign.watch.detector;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What a detector remembers of one key. It belongs to whoever hosts the detector, who keeps it,
 * writes it down and gives it back; nobody else looks inside.
 */
public interface State {
  /**
   * Writes it, so that {@link ClientDetector#read} or {@link FleetDetector#read} makes the same of
   * it. Never more than the detector's stated maximum.
   *
   * @throws IOException as {@code out} does
   */
  void write(DataOutput out) throws IOException;
}
