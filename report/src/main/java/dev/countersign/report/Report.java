package dev.countersign.report;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.change.SystemChange;
import java.util.Optional;

/**
 * What a format renders: one checked system and what the reader asked to see of it.
 *
 * @param checked the system
 * @param tool what made the report
 * @param audience who reads it
 * @param highlight id of the threat whose path a diagram shows
 * @param since what changed since the version that the reader compares with
 */
public record Report(
    Checked checked,
    Tool tool,
    Audience audience,
    Optional<String> highlight,
    Optional<SystemChange> since) {
  /** Everything about a system. */
  public static Report of(Checked checked, Tool tool) {
    return new Report(checked, tool, Audience.ALL, Optional.empty(), Optional.empty());
  }

  /** What is known about the system. */
  public Assessment assessment() {
    return checked.assessment();
  }
}
