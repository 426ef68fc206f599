package dev.countersign.watch.engine;

/**
 * Whose record it is.
 *
 * @param system as the log names it; empty for models that have no baseline
 * @param model likewise
 * @param client likewise
 */
public record ClientKey(String system, String model, String client) {
  /** What differs most comes first. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ClientKey key
        && client.equals(key.client)
        && model.equals(key.model)
        && system.equals(key.system);
  }

  @Override
  public int hashCode() {
    return (31 * system.hashCode() + model.hashCode()) * 31 + client.hashCode();
  }
}
