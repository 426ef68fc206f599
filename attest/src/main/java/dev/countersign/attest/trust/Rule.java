package dev.countersign.attest.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an identity speak in some roles.
 *
 * @param identity id of the identity
 * @param roles in which it may speak, at least one
 * @param predicateTypes of what it may speak; empty for everything
 * @param systems of which systems, by id; empty for all
 * @param from the first moment at which the rule holds
 * @param until the first moment at which it no longer holds
 * @param place where it stands, as {@code file:line}; for messages
 */
public record Rule(
    String identity,
    Set<Role> roles,
    Set<String> predicateTypes,
    Set<String> systems,
    Optional<Instant> from,
    Optional<Instant> until,
    String place) {
  public Rule {
    roles = Set.copyOf(roles);
    predicateTypes = Set.copyOf(predicateTypes);
    systems = Set.copyOf(systems);
  }
}
