package dev.countersign.guard.tool.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days among tokens: {@code 2024-05-19}, {@code May 19, 2024}, {@code 19 May 2024}. */
final class Dates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int DAYS_APART = 31;

  private Dates() {}

  /** Every day that stands there. */
  static List<LocalDate> in(List<String> tokens) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      day(tokens.get(i), tokens.get(i + 1), tokens.get(i + 2)).ifPresent(days::add);
    }
    return days;
  }

  /** Whether one is near enough to the other to be meant relative to it: tomorrow, in two weeks. */
  static boolean near(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay()) <= DAYS_APART;
  }

  private static Optional<LocalDate> day(String a, String b, String c) {
    if (isYear(a)) {
      return day(number(a), number(b), number(c));
    }
    if (!isYear(c)) {
      return Optional.empty();
    }
    return month(a) > 0 ? day(number(c), month(a), number(b)) : day(number(c), month(b), number(a));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static boolean isYear(String token) {
    return token.length() == 4 && Tokens.isNumber(token) && token.charAt(0) <= '2';
  }

  private static int month(String token) {
    return token.length() < 3 ? 0 : MONTHS.indexOf(token.substring(0, 3)) + 1;
  }

  /** At most two digits before anything else than a digit, or four; -1 for others. */
  private static int number(String token) {
    int end = 0;
    while (end < token.length() && end < 4 && Character.digit(token.charAt(end), 10) >= 0) {
      end++;
    }
    return end == 0 ? -1 : Integer.parseInt(token.substring(0, end));
  }
}
