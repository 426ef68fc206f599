package dev.countersign.watch.engine;

/**
 * Whose record it is.
 *
 * @param system as the log names it; empty for models that have no baseline
 * @param model likewise
 * @param client likewise
 */
public record ClientKey(String system, String model, String client) {}
