package dev.countersign.gateway.log;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** How elements of tensors become numbers of a line. */
final class Numbers {
  private static final double OUTPUT_SCALE = 1e4;
  private static final int DIGITS = 6;

  /** Below it every whole number is a double of its own (2^53 is larger). */
  private static final double MOST_WHOLE = 1e15;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS = powers();

  private Numbers() {}

  private static double[] powers() {
    double[] powers = new double[23];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Double.parseDouble("1e" + i);
    }
    return powers;
  }

  /** Adds a feature: rounded to six significant digits, or {@link #other}. */
  static void feature(JsonNode value, ArrayNode into, KeyedHash keyed) {
    double number = value.isBoolean() ? (value.booleanValue() ? 1 : 0) : number(value);
    if (Double.isNaN(number)) {
      other(value, into, keyed);
      return;
    }
    double rounded = rounded(number);
    if (rounded == Math.rint(rounded) && Math.abs(rounded) < MOST_WHOLE) {
      into.add((long) rounded);
    } else {
      into.add(rounded);
    }
  }

  /**
   * Adds an output: whole numbers and booleans as they are, others rounded to four decimals.
   *
   * @return false if it is no finite number, and was not added
   */
  static boolean output(JsonNode value, ArrayNode into) {
    if (value.isIntegralNumber() || value.isBoolean()) {
      into.add(value);
      return true;
    }
    double number = number(value);
    if (Double.isNaN(number)) {
      return false;
    }
    double scaled = number * OUTPUT_SCALE;
    into.add(Math.abs(scaled) < MOST_WHOLE ? Math.round(scaled) / OUTPUT_SCALE : number);
    return true;
  }

  /** Adds what is no finite number: of a text 24 bits of its keyed hash, of all else null. */
  static void other(JsonNode value, ArrayNode into, KeyedHash keyed) {
    if (value.isString()) {
      into.add(keyed.shortOf(value.stringValue()));
    } else {
      into.addNull();
    }
  }

  /** A finite number, or NaN. */
  private static double number(JsonNode value) {
    double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** To six significant digits; the powers of ten are exact, so the result prints as it is. */
  private static double rounded(double number) {
    if (number == 0) {
      return 0;
    }
    int scale = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(number)));
    if (Math.abs(scale) >= POWERS.length) {
      return new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue();
    }
    return scale >= 0
        ? Math.rint(number * POWERS[scale]) / POWERS[scale]
        : Math.rint(number / POWERS[-scale]) * POWERS[-scale];
  }
}
