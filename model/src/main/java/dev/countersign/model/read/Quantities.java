package dev.countersign.model.read;

import dev.countersign.model.FactValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Reads numbers with a unit. */
final class Quantities {
  private static final int MOST_DIGITS = 18;
  private static final double DAYS_PER_YEAR = 365.25;

  private Quantities() {}

  /** {@code 50/s}, {@code 1200000/day}, … */
  static Optional<FactValue> rate(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    double perDay = perDay(text.substring(slash + 1).strip());
    return perDay == 0
        ? Optional.empty()
        : decimal(text.substring(0, slash).strip())
            .map(count -> new FactValue.Rate(count.doubleValue() * perDay, text));
  }

  /** {@code 40 EUR} or {@code 20..90 EUR}. */
  static Optional<FactValue> money(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || !isCurrency(text.substring(space + 1).strip())) {
      return Optional.empty();
    }
    String currency = text.substring(space + 1).strip();
    String range = text.substring(0, space);
    int dots = range.indexOf("..");
    Optional<BigDecimal> low = decimal(dots < 0 ? range : range.substring(0, dots));
    Optional<BigDecimal> high = decimal(dots < 0 ? range : range.substring(dots + 2));
    return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) <= 0
        ? Optional.of(new FactValue.Money(low.get(), high.get(), currency))
        : Optional.empty();
  }

  /** A whole number. */
  static Optional<FactValue> count(String text) {
    return isDigits(text, 0, text.length())
        ? Optional.of(new FactValue.Count(Long.parseLong(text)))
        : Optional.empty();
  }

  private static double perDay(String unit) {
    return switch (unit) {
      case "s" -> 86_400;
      case "min" -> 1_440;
      case "h" -> 24;
      case "day" -> 1;
      case "week" -> 1.0 / 7;
      case "month" -> 12 / DAYS_PER_YEAR;
      case "year" -> 1 / DAYS_PER_YEAR;
      default -> 0;
    };
  }

  /** A number without sign or exponent: the length of the text bounds its size. */
  private static Optional<BigDecimal> decimal(String text) {
    int point = text.indexOf('.');
    boolean valid =
        point < 0
            ? isDigits(text, 0, text.length())
            : isDigits(text, 0, point) && isDigits(text, point + 1, text.length());
    return valid ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isDigits(String text, int from, int to) {
    if (from >= to || to - from > MOST_DIGITS) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCurrency(String code) {
    try {
      return code.length() == 3 && Currency.getInstance(code).getCurrencyCode().equals(code);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
