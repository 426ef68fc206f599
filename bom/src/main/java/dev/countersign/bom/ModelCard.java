package dev.countersign.bom;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said of a model besides its name and its bytes.
 *
 * @param task what it does
 * @param family its family, for example {@code llama}
 * @param architecture its architecture, for example {@code LlamaForCausalLM}
 * @param approach how it learns: {@code supervised}, {@code unsupervised}, …
 * @param datasets references of the datasets that it was trained on
 * @param otherDatasets names of datasets that the bill does not list
 * @param inputs what goes in, a phrase each
 * @param outputs what comes out, a phrase each
 * @param metrics how well it did
 * @param uses what it is meant for
 * @param limitations what it cannot do
 * @param considerations ethical ones, and risks
 * @param training arguments of its training, by name
 * @param trained when its training ended
 */
public record ModelCard(
    Optional<String> task,
    Optional<String> family,
    Optional<String> architecture,
    Optional<String> approach,
    List<String> datasets,
    List<String> otherDatasets,
    List<String> inputs,
    List<String> outputs,
    List<Metric> metrics,
    List<String> uses,
    List<String> limitations,
    List<String> considerations,
    SortedMap<String, String> training,
    Optional<Instant> trained) {
  public ModelCard {
    datasets = List.copyOf(datasets);
    otherDatasets = List.copyOf(otherDatasets);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metrics = List.copyOf(metrics);
    uses = List.copyOf(uses);
    limitations = List.copyOf(limitations);
    considerations = List.copyOf(considerations);
    training = Collections.unmodifiableSortedMap(new TreeMap<>(training));
  }

  /**
   * A measurement.
   *
   * @param type for example {@code accuracy}
   * @param value as stated
   * @param on the data that it was measured on; empty where nobody says
   */
  public record Metric(String type, String value, Optional<String> on) {}
}
