package dev.countersign.flink;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.engine.Models;
import java.io.Serializable;
import java.util.List;

/**
 * What is watched by what, in a form that Flink can send to its workers: each of them makes its own
 * machines of it.
 *
 * @param baselines of the models that have one
 * @param detectors that watch
 */
public record Watched(
    Serialized<List<ModelBaseline>> baselines, Serialized<List<DetectorKind>> detectors)
    implements Serializable {
  /**
   * A function that can be sent.
   *
   * @param <T> what it makes
   */
  public interface Serialized<T> extends Serializable {
    /** Makes it, where it is needed. */
    T get();
  }

  /** Which model something is judged as. */
  Models models() {
    return new Models(baselines.get());
  }
}
