package dev.countersign.watch.engine;

/**
 * A model that has a baseline.
 *
 * @param system that it belongs to
 * @param model as the log names it; empty of a whole system
 */
public record ModelKey(String system, String model) {
  /** All models without a baseline: a client can make up as many names of models as it likes. */
  public static final ModelKey UNKNOWN = new ModelKey("", "");
}
