package dev.countersign.assess.policy;

import dev.countersign.model.Place;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Findings that do not count for a while, because somebody said so. They stay visible as notes.
 *
 * @param scope what the id names
 * @param id a finding ({@code open-threat:family@element}), a threat or a placed control
 * @param system id of the system it is for
 * @param reason why
 * @param by who decided
 * @param until the last day on which it holds
 * @param place where it stands
 */
public record Exemption(
    Scope scope, String id, String system, String reason, String by, LocalDate until, Place place) {
  /** What an exemption names. */
  public enum Scope {
    /** One finding. */
    FINDING,
    /** Every finding about one threat. */
    THREAT,
    /** Every finding about one placed control. */
    CONTROL;

    /** The key in a policy. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it holds on that day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
