package dev.countersign.watch.detector;

import dev.countersign.watch.event.Event;
import tools.jackson.databind.node.ObjectNode;

/** Learns from a calibration log what a detector has to know of the usual traffic of a model. */
public interface Learner {
  /** Takes an event of the calibration log. */
  void learn(Event event);

  /** What was learnt; {@link DetectorKind#client} gets it back with the baseline. */
  ObjectNode settings();
}
