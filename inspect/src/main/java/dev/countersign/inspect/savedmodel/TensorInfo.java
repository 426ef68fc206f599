package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a signature says of a tensor: its type and shape. */
final class TensorInfo {
  /** TensorFlow's DataType. */
  private static final List<String> TYPES =
      List.of(
          "invalid",
          "float32",
          "float64",
          "int32",
          "uint8",
          "int16",
          "int8",
          "string",
          "complex64",
          "int64",
          "bool",
          "qint8",
          "quint8",
          "qint32",
          "bfloat16",
          "qint16",
          "quint16",
          "uint16",
          "complex128",
          "float16",
          "resource",
          "variant",
          "uint32",
          "uint64");

  private static final int MOST = 20;

  private TensorInfo() {}

  static String describe(Wire info) throws Broken, IOException {
    String type = "unknown";
    String shape = "";
    while (info.next()) {
      if (info.field() == 2 && info.type() == Wire.VARINT) {
        long number = info.value();
        type = number >= 0 && number < TYPES.size() ? TYPES.get((int) number) : "type " + number;
      } else if (info.holds(3)) {
        shape = shape(info.message());
      }
    }
    return type + shape;
  }

  private static String shape(Wire shape) throws Broken, IOException {
    List<String> dimensions = new ArrayList<>();
    while (shape.next()) {
      if (shape.holds(2) && dimensions.size() < MOST) {
        Wire dimension = shape.message();
        long size = 0;
        while (dimension.next()) {
          size = dimension.field() == 1 ? dimension.value() : size;
        }
        dimensions.add(Long.toString(size));
      }
    }
    return "[" + String.join(", ", dimensions) + "]";
  }
}
