package dev.countersign.assess.change;

import dev.countersign.derive.FactRef;
import java.util.Optional;

/**
 * A fact that says something else than before.
 *
 * @param fact which
 * @param before as it would stand in YAML; empty where it was not stated
 * @param after likewise
 */
public record FactChange(FactRef fact, Optional<String> before, Optional<String> after) {}
