package dev.countersign.watch.baseline;

import dev.countersign.watch.space.FeatureSpace;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of the usual traffic of one model.
 *
 * @param system that the model belongs to
 * @param model as the log names it; empty where it is of all models of the system that have no
 *     baseline of their own, such as the tools that an agent calls
 * @param element what the model is called in {@code countersign.yaml}
 * @param space of its rows, where the calibration log held features
 * @param thresholds by {@code detector/statistic}
 * @param settings what detectors learnt, by detector
 */
public record ModelBaseline(
    String system,
    String model,
    String element,
    Optional<FeatureSpace> space,
    Map<String, Threshold> thresholds,
    Map<String, ObjectNode> settings) {
  public ModelBaseline {
    thresholds = Map.copyOf(thresholds);
    settings = Map.copyOf(settings);
  }

  /** Of a model of which nothing is known. */
  public static ModelBaseline unknown(String system, String model) {
    return new ModelBaseline(system, model, model, Optional.empty(), Map.of(), Map.of());
  }

  /**
   * From which value on a statistic of a detector is unusual.
   *
   * @param fallback where nothing was calibrated
   */
  public Threshold threshold(String detector, String statistic, double fallback) {
    Threshold calibrated = thresholds.get(detector + "/" + statistic);
    return calibrated == null ? Threshold.uncalibrated(fallback) : calibrated;
  }

  /** What a detector learnt; empty where it learnt nothing. */
  public ObjectNode settings(String detector) {
    return settings.getOrDefault(detector, JsonNodeFactory.instance.objectNode());
  }
}
