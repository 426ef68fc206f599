package dev.countersign.gateway.config;

import dev.countersign.guard.Gate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One gate before or behind an upstream.
 *
 * @param gate which
 * @param profile the signed file that it decides by; empty for the gate's standard, where it has
 *     one
 * @param options what else is said of it, checked when it was read
 */
public record GateConfig(Gate gate, Optional<Path> profile, Map<String, String> options) {
  /** The option with the file of a classifier, as an absolute path; for the prompt gate. */
  public static final String CLASSIFIER = "classifier";

  public GateConfig {
    options = Map.copyOf(options);
  }
}
