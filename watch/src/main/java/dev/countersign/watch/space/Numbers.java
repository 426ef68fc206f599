package dev.countersign.watch.space;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Arithmetic that gives the same bits on every machine, fast; and arrays as JSON. */
final class Numbers {
  private static final int MOST = 1 << 22;
  private static final float LN2 = 0.69314718f;

  /** Beyond it a standardised feature grows with its logarithm only. */
  private static final float STRAIGHT = 3;

  private static final float FARTHEST = 1e12f;

  private Numbers() {}

  /**
   * The natural logarithm of a positive finite number, to within 0.0001: the exponent by its bits,
   * and the series of the inverse hyperbolic tangent for the rest (Abramowitz and Stegun 4.1.27).
   */
  static float ln(float x) {
    int bits = Float.floatToRawIntBits(x);
    int exponent = (bits >> 23) - 127;
    float m = Float.intBitsToFloat((bits & 0x7FFFFF) | 0x3F800000);
    float t = (m - 1.41421356f) / (m + 1.41421356f);
    float t2 = t * t;
    return (exponent + 0.5f) * LN2 + 2 * t * (1 + t2 * (1 / 3f + t2 * 0.2f));
  }

  /**
   * A standardised feature, straight up to 3 and by its logarithm beyond, so no one rules alone.
   */
  static float bent(float z) {
    float size = Math.abs(z);
    if (size <= STRAIGHT) {
      return z;
    }
    float bent = STRAIGHT * (1 + ln(Math.min(size, FARTHEST) / STRAIGHT));
    return z < 0 ? -bent : bent;
  }

  /** Numbers that stand one row after the other, as rows of their own. */
  static float[][] rows(float[] flat, int length) {
    float[][] rows = new float[flat.length / length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * length, (i + 1) * length);
    }
    return rows;
  }

  /** Rows one after the other. */
  static ArrayNode json(float[][] rows) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (float[] row : rows) {
      array.addAll(json(row));
    }
    return array;
  }

  static ArrayNode json(float[] numbers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(numbers.length);
    for (float number : numbers) {
      array.add(number);
    }
    return array;
  }

  /** A member that is a finite number. */
  static float number(JsonNode json, String name) {
    JsonNode number = json.path(name);
    float value = number.isNumber() ? number.floatValue() : Float.NaN;
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("\"%s\" has to be a number".formatted(name));
    }
    return value;
  }

  static float[] read(JsonNode array, String name) {
    if (!array.isArray() || array.size() > MOST) {
      throw new IllegalArgumentException(
          "\"%s\" has to be an array of at most %,d numbers".formatted(name, MOST));
    }
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).isNumber() ? array.get(i).floatValue() : Float.NaN;
      if (!Float.isFinite(numbers[i])) {
        throw new IllegalArgumentException("\"%s\" holds what is no number".formatted(name));
      }
    }
    return numbers;
  }

  static float[] read(JsonNode array, String name, int length) {
    float[] numbers = read(array, name);
    if (numbers.length != length) {
      throw new IllegalArgumentException(
          "\"%s\" has to hold %,d numbers, and it holds %,d"
              .formatted(name, length, numbers.length));
    }
    return numbers;
  }
}
