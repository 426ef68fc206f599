package dev.countersign.inspect.safetensors;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the header says of one tensor.
 *
 * @param offset of its entry in the artefact
 * @param type as {@code BF16}
 * @param begin the first byte, from the start of the data
 * @param end the byte after its last
 */
record Tensor(String name, long offset, String type, List<Long> shape, long begin, long end) {
  Tensor {
    shape = List.copyOf(shape);
  }

  /** The bits of one number of a type; empty for a type that is not known. */
  static OptionalInt bits(String type) {
    return switch (type) {
      case "F4" -> OptionalInt.of(4);
      case "F6_E2M3", "F6_E3M2" -> OptionalInt.of(6);
      case "BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ" ->
          OptionalInt.of(8);
      case "I16", "U16", "F16", "BF16" -> OptionalInt.of(16);
      case "I32", "U32", "F32" -> OptionalInt.of(32);
      case "I64", "U64", "F64", "C64" -> OptionalInt.of(64);
      default -> OptionalInt.empty();
    };
  }

  /** How many numbers its shape announces; empty where that is more than 2^63 or less than 0. */
  OptionalLong numbers() {
    long product = 1;
    for (long dimension : shape) {
      long high = Math.multiplyHigh(product, dimension);
      product *= dimension;
      if (dimension < 0 || high != 0 || product < 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(product);
  }

  /** How many bytes its shape and type announce; empty where that is not known or too many. */
  OptionalLong bytes() {
    OptionalInt bits = bits(type);
    OptionalLong numbers = numbers();
    if (bits.isEmpty() || numbers.isEmpty() || numbers.getAsLong() > Long.MAX_VALUE / 64) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(numbers.getAsLong() * bits.getAsInt() / 8);
  }
}
