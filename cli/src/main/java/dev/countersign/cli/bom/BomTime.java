package dev.countersign.cli.bom;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time that a bill states, which is never that of the clock: the same input, the same bytes.
 */
public final class BomTime {
  private static final String EPOCH = "SOURCE_DATE_EPOCH";

  private BomTime() {}

  /**
   * The beginning of the day that was asked for in UTC, or else what {@code SOURCE_DATE_EPOCH} says
   * (reproducible-builds.org/specs/source-date-epoch), or else the beginning of today.
   *
   * @throws Refused if the variable holds no time
   */
  public static Instant of(Optional<LocalDate> asOf, Console console) {
    return asOf.map(BomTime::begin)
        .or(() -> console.variable(EPOCH).map(BomTime::epoch))
        .orElseGet(() -> begin(console.today()));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant epoch(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException | DateTimeException wrong) {
      throw new Refused(EPOCH + " is no number of seconds. Unset it, or name a day with --as-of.");
    }
  }
}
