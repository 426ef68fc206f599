package dev.countersign.inspect.tflite;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Flat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tensors, and whether their data is as large as they say. For one model. */
final class TfliteTensors {
  /** TensorType. */
  private static final List<String> TYPES =
      List.of(
          "float32",
          "float16",
          "int32",
          "uint8",
          "int64",
          "string",
          "bool",
          "int16",
          "complex64",
          "int8",
          "float64",
          "complex128",
          "uint64",
          "resource",
          "variant",
          "uint32",
          "uint16",
          "int4",
          "bfloat16",
          "int2",
          "uint4");

  /** Bits of a number; 0 where they are not fixed. */
  private static final int[] BITS = {
    32, 16, 32, 8, 64, 0, 8, 16, 64, 8, 64, 128, 64, 0, 0, 32, 16, 4, 16, 2, 4
  };

  private static final int LONGEST = 1024;
  private static final int MOST_PORTS = 100;

  private final Examination examination;
  private final List<Long> buffers;
  private final TensorTally tally = new TensorTally();

  /**
   * Begins without any.
   *
   * @param buffers how many bytes each buffer has; filled before the first tensor
   */
  TfliteTensors(Examination examination, List<Long> buffers) {
    this.examination = examination;
    this.buffers = buffers;
  }

  /** Tensor. */
  void tensor(Flat tensor) throws Broken, IOException {
    long buffer = tensor.i32(2, 0) & 0xFFFF_FFFFL;
    if (buffer >= Math.max(1, buffers.size())) {
      examination.report(
          TfliteRules.INDEX,
          tensor.at(),
          "%s: buffer %d of %d".formatted(tensor.text(3, LONGEST), buffer, buffers.size()));
      return;
    }
    long there = buffers.isEmpty() ? 0 : buffers.get((int) buffer);
    long numbers = numbers(tensor.items(0, 4));
    if (buffer > 0 && there > 0) {
      constant(tensor, numbers, there);
    }
  }

  private void constant(Flat tensor, long numbers, long there) throws Broken, IOException {
    int type = tensor.u8(1, 0);
    int bits = type < BITS.length ? BITS[type] : 0;
    boolean small = numbers > 0 && bits > 0 && numbers > there * 8 / bits && !tensor.has(6);
    if (numbers < 0 || small) {
      examination.report(
          TfliteRules.SIZE,
          tensor.at(),
          "%s: %,d bytes for %d numbers of %s"
              .formatted(tensor.text(3, LONGEST), there, numbers, name(type)));
      return;
    }
    tally.add(name(type), numbers);
  }

  /** How many numbers a shape has; -1 where a dimension is negative or they are too many. */
  private static long numbers(Flat.Items shape) throws Broken, IOException {
    long product = 1;
    for (long i = 0; i < shape.count(); i++) {
      int dimension = shape.i32(i);
      if (dimension < 0 || product > Long.MAX_VALUE >> 32) {
        return -1;
      }
      product *= dimension;
    }
    return product;
  }

  /** Inputs or outputs, as a fact. */
  String ports(Flat.Items indices, Flat.Items tensors) throws Broken, IOException {
    List<String> ports = new ArrayList<>();
    for (long i = 0; i < Math.min(indices.count(), MOST_PORTS); i++) {
      int index = indices.i32(i);
      if (index >= 0 && index < tensors.count()) {
        ports.add(port(tensors.table(index)));
      }
    }
    return String.join("; ", ports);
  }

  private static String port(Flat tensor) throws Broken, IOException {
    Flat.Items shape = tensor.items(0, 4);
    List<String> dimensions = new ArrayList<>();
    for (long i = 0; i < Math.min(shape.count(), 16); i++) {
      dimensions.add(Integer.toString(shape.i32(i)));
    }
    return "%s: %s[%s]"
        .formatted(tensor.text(3, LONGEST), name(tensor.u8(1, 0)), String.join(", ", dimensions));
  }

  void tell() {
    if (!tally.isEmpty()) {
      tally.tell(examination);
    }
  }

  private static String name(int type) {
    return type < TYPES.size() ? TYPES.get(type) : "type " + type;
  }
}
