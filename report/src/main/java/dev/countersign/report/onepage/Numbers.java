package dev.countersign.report.onepage;

import dev.countersign.model.FactValue.Money;
import dev.countersign.report.words.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Counts, dates, frequencies and amounts as they are written in a sentence. */
final class Numbers {
  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final Pattern ISO_DAY =
      Pattern.compile("\\b(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])\\b");
  private static final double WEEK = 7;
  private static final double MONTH = 30.4375;
  private static final double YEAR = 365.25;
  private static final char NO_BREAK = '\u00A0';

  private Numbers() {}

  /** In words up to twelve. */
  static String small(long count) {
    return count < SMALL.size() ? SMALL.get((int) count) : Long.toString(count);
  }

  /** {@code one fact}, {@code 14 facts}. */
  static String count(long count, String one) {
    return small(count) + " " + one + (count == 1 ? "" : "s");
  }

  /** {@code both} or {@code all}. */
  static String all(int count) {
    return count == 2 ? "both" : "all";
  }

  /** {@code 1 March 2027}. */
  static String day(LocalDate day) {
    return ""
        + day.getDayOfMonth()
        + NO_BREAK
        + MONTHS.get(day.getMonthValue() - 1)
        + NO_BREAK
        + day.getYear();
  }

  /** A sentence in which every date is written as {@link #day}. */
  static String days(String sentence) {
    return ISO_DAY.matcher(sentence).replaceAll(Numbers::inWords);
  }

  private static String inWords(MatchResult iso) {
    int month = Integer.parseInt(iso.group(2)) - 1;
    return Integer.parseInt(iso.group(3))
        + ""
        + NO_BREAK
        + MONTHS.get(month)
        + NO_BREAK
        + iso.group(1);
  }

  /** {@code about 1.2 million times a day}, {@code twice a week}. */
  static String often(double perDay) {
    if (perDay <= 0) {
      return "never so far";
    }
    if (perDay >= 1) {
      return times(perDay) + " a day";
    }
    if (perDay * WEEK >= 1) {
      return times(perDay * WEEK) + " a week";
    }
    return perDay * MONTH >= 1
        ? times(perDay * MONTH) + " a month"
        : times(Math.max(1, perDay * YEAR)) + " a year";
  }

  private static String times(double number) {
    long whole = Math.round(number);
    if (whole <= 2) {
      return whole == 1 ? "once" : "twice";
    }
    return "about " + Amounts.number(number) + " times";
  }

  /** {@code 5 to 90 EUR}; as exact as it was given. */
  static String money(Money money) {
    String high = plain(money.high()) + NO_BREAK + money.currency();
    return money.low().compareTo(money.high()) == 0 ? high : plain(money.low()) + " to " + high;
  }

  private static String plain(BigDecimal amount) {
    BigDecimal shown = amount.stripTrailingZeros();
    String digits = (shown.scale() == 1 ? shown.setScale(2) : shown).toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String rest = point < 0 ? "" : digits.substring(point);
    return grouped(whole) + rest;
  }

  private static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, NO_BREAK);
    }
    return grouped.toString();
  }
}
