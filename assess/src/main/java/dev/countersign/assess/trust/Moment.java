package dev.countersign.assess.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The moment of a judgement.
 *
 * @param at the last moment that it knows of: now, or the end of the day that was asked for
 * @param now whether it is now; a judgement of an earlier day does not know what was signed later
 */
public record Moment(Instant at, boolean now) {
  /** How far clocks may differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** The moment at which a day is judged: now if it is today, otherwise its end. */
  public static Moment on(LocalDate day) {
    return day.equals(LocalDate.now(ZoneId.systemDefault()))
        ? new Moment(Instant.now(), true)
        : new Moment(
            day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().minusSeconds(1),
            false);
  }

  /** Whether something is dated after it, beyond what clocks differ. */
  public boolean isBefore(Instant dated) {
    return dated.isAfter(at.plus(SKEW));
  }
}
