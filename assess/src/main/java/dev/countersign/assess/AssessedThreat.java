package dev.countersign.assess;

import dev.countersign.derive.Threat;

/**
 * A threat and where it stands.
 *
 * @param threat as derived
 * @param answer what answers it today
 */
public record AssessedThreat(Threat threat, Answer answer) {}
