package dev.countersign.benchmarks.fleet.log;

/**
 * A message to a language model.
 *
 * @param text what was said
 * @param decision of the prompt gate
 * @param p its p-value, from 0 to 1
 */
public record Chat(String text, String decision, double p) {}
