package dev.countersign.watch.log;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Times as RFC 3339 writes them, for example {@code 2026-11-27T16:55:03.164Z}, in milliseconds
 * since 1970; what is finer is cut off. Remembers the last date, since logs stay on one for long.
 */
final class Timestamps {
  /** What {@link #millis} gives for what is no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int SHORTEST = "2026-11-27T16:55:03Z".length();
  private static final long[] TENS = {100, 10, 1};

  private int date = -1;
  private long dateMillis;

  /** The time that a text says; {@link #NONE} where it is none. */
  long millis(CharSequence text) {
    if (text.length() < SHORTEST || !punctuated(text)) {
      return NONE;
    }
    long day = day(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    if (day == NONE || isOutside(hour, 23) || isOutside(minute, 59) || isOutside(second, 60)) {
      return NONE;
    }
    return fraction(text, day + ((hour * 60L + minute) * 60 + second) * 1000);
  }

  private static boolean punctuated(CharSequence text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == 't' || text.charAt(10) == ' ')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private long day(int year, int month, int day) {
    if (year < 0 || month < 0 || day < 0) {
      return NONE;
    }
    int asked = (year * 100 + month) * 100 + day;
    if (asked != date) {
      try {
        dateMillis = LocalDate.of(year, month, day).toEpochDay() * 86_400_000;
        date = asked;
      } catch (DateTimeException wrong) {
        return NONE;
      }
    }
    return dateMillis;
  }

  private static long fraction(CharSequence text, long whole) {
    int p = SHORTEST - 1;
    long millis = whole;
    if (text.charAt(p) == '.') {
      int first = ++p;
      while (p < text.length() && isDigit(text.charAt(p))) {
        if (p - first < TENS.length) {
          millis += (text.charAt(p) - '0') * TENS[p - first];
        }
        p++;
      }
      if (p == first || p - first > 9) {
        return NONE;
      }
    }
    return zone(text, p, millis);
  }

  private static long zone(CharSequence text, int at, long local) {
    int left = text.length() - at;
    if (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
      return local;
    }
    if (left != "+01:00".length() || text.charAt(at + 3) != ':') {
      return NONE;
    }
    int hours = number(text, at + 1, 2);
    int minutes = number(text, at + 4, 2);
    if (isOutside(hours, 18) || isOutside(minutes, 59)) {
      return NONE;
    }
    long offset = (hours * 60L + minutes) * 60_000;
    return switch (text.charAt(at)) {
      case '+' -> local - offset;
      case '-' -> local + offset;
      default -> NONE;
    };
  }

  private static boolean isOutside(int number, int most) {
    return number < 0 || number > most;
  }

  private static int number(CharSequence text, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      sum = sum * 10 + (text.charAt(i) - '0');
    }
    return sum;
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }
}
