package dev.countersign.attest.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.core.io.NumberOutput;

/** Number::toString of ECMAScript (ECMA-262, section 6.1.6.1.20), as RFC 8785 wants it. */
final class EcmaNumber {
  private EcmaNumber() {}

  static String of(double value) {
    if (value == 0) {
      return "0";
    }
    return value < 0 ? "-" + positive(-value) : positive(value);
  }

  /**
   * Jackson's Schubfach gives the shortest digits. Double.toString does so only from Java 19 on,
   * and this runs on 17.
   */
  private static String positive(double value) {
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    return layOut(digits, digits.length() - shortest.scale());
  }

  /**
   * Jackson's Schubfach gives the shortest digits, but two where one would do ({@code 4.9E-324}).
   * Double.toString does the same only from Java 19 on, and this runs on 17.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(NumberOutput.toString(value, true));
    BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == value ? one : digits;
  }

  /** Digits {@code 0.DIGITS * 10^point}. */
  private static String layOut(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return scientific(digits, point - 1);
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
