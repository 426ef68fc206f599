package dev.countersign.assess.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in whole days, weeks, months or years, written {@code 120d}, {@code 8w}, {@code
 * 6m} or {@code 1y}.
 *
 * @param count at least 1
 * @param unit of what
 */
public record Span(int count, Unit unit) {
  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3})([dwmy])");

  /** A unit of calendar time. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private char letter() {
      return word().charAt(0);
    }
  }

  /** That many days. */
  public static Span ofDays(int count) {
    return new Span(count, Unit.DAY);
  }

  /** The span as written in a policy, or empty if it is not one. */
  public static Optional<Span> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Span(Integer.parseInt(matcher.group(1)), unit(matcher.group(2).charAt(0))))
        : Optional.empty();
  }

  /** The last day of the span that starts on that day. */
  public LocalDate from(LocalDate day) {
    return day.plus(
        switch (unit) {
          case DAY -> Period.ofDays(count);
          case WEEK -> Period.ofWeeks(count);
          case MONTH -> Period.ofMonths(count);
          case YEAR -> Period.ofYears(count);
        });
  }

  /** As written: {@code 120d}. */
  public String written() {
    return count + String.valueOf(unit.letter());
  }

  /** As read: {@code 120 days}. */
  @Override
  public String toString() {
    return count + " " + unit.word() + (count == 1 ? "" : "s");
  }

  private static Unit unit(char letter) {
    for (Unit unit : Unit.values()) {
      if (unit.letter() == letter) {
        return unit;
      }
    }
    throw new IllegalArgumentException("no unit " + letter);
  }
}
