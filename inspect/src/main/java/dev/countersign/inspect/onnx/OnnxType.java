package dev.countersign.inspect.onnx;

import java.util.List;
import java.util.OptionalLong;

/** Types of numbers: TensorProto.DataType. */
final class OnnxType {
  private static final List<String> NAMES =
      List.of(
          "undefined",
          "float",
          "uint8",
          "int8",
          "uint16",
          "int16",
          "int32",
          "int64",
          "string",
          "bool",
          "float16",
          "double",
          "uint32",
          "uint64",
          "complex64",
          "complex128",
          "bfloat16",
          "float8e4m3fn",
          "float8e4m3fnuz",
          "float8e5m2",
          "float8e5m2fnuz",
          "uint4",
          "int4",
          "float4e2m1",
          "float8e8m0",
          "uint2",
          "int2");

  /** Bits of one number; 0 where they are not fixed. */
  private static final int[] BITS = {
    0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8, 2, 2
  };

  private OnnxType() {}

  static String name(long type) {
    return type >= 0 && type < NAMES.size() ? NAMES.get((int) type) : "type " + type;
  }

  /** Bytes of so many numbers; empty where the type has no fixed size or is not known. */
  static OptionalLong bytes(long type, long numbers) {
    if (type < 0
        || type >= BITS.length
        || BITS[(int) type] == 0
        || numbers > Long.MAX_VALUE / 128 - 7) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((numbers * BITS[(int) type] + 7) / 8);
  }
}
