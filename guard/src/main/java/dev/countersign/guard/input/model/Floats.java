package dev.countersign.guard.input.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Arrays of numbers in JSON: little-endian, in Base64 (RFC 4648, section 4). */
final class Floats {
  private Floats() {}

  static String text(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * The numbers of a text; never more than it holds.
   *
   * @throws IllegalArgumentException if it is no Base64 of whole numbers
   */
  static float[] of(String name, String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % 4 != 0) {
      throw new IllegalArgumentException(name + ": no whole numbers");
    }
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
