package dev.countersign.flink;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.event.Event;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is watched by what, in a form that Flink can send to its workers: each of them makes its own
 * machines of it.
 *
 * @param baselines of the models that have one
 * @param detectors that watch
 */
public record Watched(Serialized<List<ModelBaseline>> baselines, Serialized<List<DetectorKind>> detectors)
    implements Serializable {
  /** Of models that have no baseline, as {@code Monitor} has it: names of models are made up by clients. */
  static final String UNKNOWN = "\n";

  /**
   * A function that can be sent.
   *
   * @param <T> what it makes
   */
  public interface Serialized<T> extends Serializable {
    /** Makes it, where it is needed. */
    T get();
  }

  /** The baselines by what contributions and clients are keyed with. */
  Map<String, ModelBaseline> models() {
    Map<String, ModelBaseline> models = new LinkedHashMap<>();
    baselines.get().forEach(usual -> models.put(key(usual.system(), usual.model()), usual));
    models.put(UNKNOWN, ModelBaseline.unknown("", ""));
    return models;
  }

  private static String key(String system, String model) {
    return system + "\n" + model;
  }

  /** What the model of an event is known as among {@link #models}. */
  static String model(Event event, Map<String, ModelBaseline> models) {
    String key = key(event.system(), event.model());
    return models.containsKey(key) ? key : UNKNOWN;
  }

  /** What the model of a contribution is known as among {@link #models}. */
  static String model(Contribution contribution, Map<String, ModelBaseline> models) {
    String key = key(contribution.system(), contribution.model());
    return models.containsKey(key) ? key : UNKNOWN;
  }
}
