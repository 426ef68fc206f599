package dev.countersign.watch.detector;

import dev.countersign.watch.baseline.ModelBaseline;
import java.util.List;
import java.util.Optional;

/**
 * A detector: what it is called, what it measures, and how it is made for a model. Found by {@link
 * java.util.ServiceLoader}: a new one is a package and a line in {@code META-INF/services}.
 */
public interface DetectorKind {
  /** For example {@code extraction}. */
  String id();

  /** What it finds, in a sentence. */
  String finds();

  /** Of its states; raised whenever older ones cannot be read any more. */
  int version();

  /** What it measures; values are given by the place in this list. */
  List<Statistic> statistics();

  /**
   * The part that sees one client, for one model. It may be used by one thread at a time.
   *
   * @param baseline what is known of the model's usual traffic
   */
  ClientDetector<?> client(ModelBaseline baseline);

  /** The part that sees all clients, where it has one. */
  default Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.empty();
  }

  /** What learns from a calibration log before values are measured on it. */
  default Optional<Learner> learner() {
    return Optional.empty();
  }
}
