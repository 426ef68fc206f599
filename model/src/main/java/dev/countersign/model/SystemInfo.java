package dev.countersign.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the {@code system} section says.
 *
 * @param id short name, unique in the organisation
 * @param purpose one sentence: what the system does for whom
 * @param mlLead who signs for the model
 * @param securityLead who signs for security
 * @param nextCheckpoint the day by which the threat model is reviewed again
 */
public record SystemInfo(
    String id,
    Place place,
    String purpose,
    Optional<String> mlLead,
    Optional<String> securityLead,
    Optional<LocalDate> nextCheckpoint) {
  /** What a draft holds as purpose until somebody writes one: readable, but nobody can sign it. */
  public static final String PURPOSE_TO_WRITE =
      "Say here in one sentence what the system does, and for whom.";
}
