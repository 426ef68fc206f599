package dev.countersign.assess.change;

import dev.countersign.model.Assumption;
import java.util.Optional;

/**
 * An assumption that came, went or says something else.
 *
 * @param id its id
 * @param before as it stood
 * @param after as it stands
 */
public record AssumptionChange(
    String id, Optional<Assumption> before, Optional<Assumption> after) {}
