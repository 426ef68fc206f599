package dev.countersign.watch.engine;

import java.util.Map;

/**
 * A model that has a baseline.
 *
 * @param system that it belongs to
 * @param model as the log names it
 */
record ModelKey(String system, String model) {
  /** All models without a baseline: a client can make up as many names of models as it likes. */
  static final ModelKey UNKNOWN = new ModelKey("", "");

  /**
   * By which baseline something is judged: that of the model, else that of its whole system, whose
   * model is empty (the tools of an agent have one together), else none.
   */
  static ModelKey of(String system, String model, Map<ModelKey, ?> known) {
    ModelKey own = new ModelKey(system, model);
    if (known.containsKey(own)) {
      return own;
    }
    ModelKey whole = new ModelKey(system, "");
    return known.containsKey(whole) ? whole : UNKNOWN;
  }
}
