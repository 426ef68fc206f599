package dev.countersign.attest;

import dev.countersign.attest.trust.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement is wanted for: the question that a trust policy answers.
 *
 * @param roles any of these roles may speak
 * @param predicateTypes the only types of predicate that will do; empty for any
 * @param system the id of the system that it is to prove something of; empty outside any system
 * @param at the time of the judgement
 */
public record Purpose(
    Set<Role> roles, Set<String> predicateTypes, Optional<String> system, Instant at) {
  public Purpose {
    roles = Set.copyOf(roles);
    predicateTypes = Set.copyOf(predicateTypes);
  }
}
