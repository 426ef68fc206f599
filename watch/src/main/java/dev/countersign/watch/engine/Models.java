package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which baseline something is judged by: that of its model, else that of its whole system, whose
 * model is empty (the tools of an agent have one together), else none.
 */
public final class Models {
  private final Map<ModelKey, ModelBaseline> known = new LinkedHashMap<>();

  /** Of these baselines, and of none. */
  public Models(List<ModelBaseline> baselines) {
    baselines.forEach(usual -> known.put(new ModelKey(usual.system(), usual.model()), usual));
    known.put(ModelKey.UNKNOWN, ModelBaseline.unknown("", ""));
  }

  /** All baselines by their keys, with the one of models of which nothing is known. */
  public Map<ModelKey, ModelBaseline> known() {
    return known;
  }

  /** The key of the baseline that a model of a system is judged by; one of {@link #known}. */
  public ModelKey key(String system, String model) {
    ModelKey own = new ModelKey(system, model);
    if (known.containsKey(own)) {
      return own;
    }
    ModelKey whole = new ModelKey(system, "");
    return known.containsKey(whole) ? whole : ModelKey.UNKNOWN;
  }
}
