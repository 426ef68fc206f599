package dev.countersign.provenance;

import java.time.LocalDate;

/**
 * The days that the data tells of.
 *
 * @param from the first day
 * @param until the last day, not before the first
 */
public record TimeRange(LocalDate from, LocalDate until) {
  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public TimeRange {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the time range ends on " + until + ", before " + from);
    }
  }
}
