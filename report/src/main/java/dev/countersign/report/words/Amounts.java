package dev.countersign.report.words;

import dev.countersign.assess.loss.LossRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Simulated money in words: {@code 120 000 EUR}, {@code 1.2 million EUR}. Two significant digits
 * and never more, since the simulation knows no more; no-break spaces, the same in every locale.
 */
public final class Amounts {
  private static final char NO_BREAK = '\u00a0';
  private static final double MOST = 995e12;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Amounts() {}

  /** An amount with its currency, for example {@code 43 EUR}. */
  public static String of(double amount, String currency) {
    return number(amount) + NO_BREAK + currency;
  }

  /**
   * The 5th to the 95th percentile, for example {@code 400 to 12 000 EUR}; where one of them is in
   * millions and the other is not, both name the currency: {@code 40 000 EUR to 1.2 million EUR}.
   */
  public static String range(LossRange range) {
    String low = number(range.p5());
    String high = number(range.p95());
    String end = high + NO_BREAK + range.currency();
    if (low.equals(high)) {
      return end;
    }
    boolean alike = scale(low).equals(scale(high)) || range.p5() <= 0;
    return low + (alike ? "" : NO_BREAK + range.currency()) + " to " + end;
  }

  /** {@code million} of {@code 1.2 million}; empty for a plain number. */
  private static String scale(String number) {
    return number.substring(number.lastIndexOf(NO_BREAK) + 1).replaceAll("[\\d.]", "");
  }

  /** The range and the median, for example {@code 400 to 12 000 EUR (median 2 100)}. */
  public static String rangeAndMedian(LossRange range) {
    return range(range) + " (median" + NO_BREAK + number(range.p50()) + ")";
  }

  /** An amount without its currency, for example {@code 1.2 million}. */
  public static String number(double amount) {
    return spaced(amount).replace(' ', NO_BREAK);
  }

  private static String spaced(double amount) {
    if (!(amount > 0)) {
      return "0";
    }
    if (amount < 1) {
      return "less than 1";
    }
    return amount > MOST ? "over 1 000 trillion" : rounded(amount);
  }

  private static String rounded(double amount) {
    BigDecimal value = BigDecimal.valueOf(amount).round(TWO_DIGITS);
    return value.compareTo(MILLION) < 0
        ? grouped(value.setScale(0, RoundingMode.HALF_UP).toPlainString())
        : inWords(value);
  }

  private static String grouped(String digits) {
    int thousands = digits.length() - 3;
    return thousands <= 0
        ? digits
        : digits.substring(0, thousands) + " " + digits.substring(thousands);
  }

  private static String inWords(BigDecimal value) {
    BigDecimal rest = value.divide(MILLION);
    for (String word : new String[] {"million", "billion"}) {
      if (rest.compareTo(BigDecimal.valueOf(1000)) < 0) {
        return plain(rest) + " " + word;
      }
      rest = rest.movePointLeft(3);
    }
    return plain(rest) + " trillion";
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
