package dev.countersign.inspect.msgpack;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Arrays as Flax writes them: in an extension, a list of shape, type and bytes. For one file. */
final class Arrays {
  private static final int MOST_DIMENSIONS = 64;
  private static final int LONGEST_TYPE = 200;

  private final Bytes bytes;
  private final Examination examination;
  private final TensorTally tally = new TensorTally();

  Arrays(Bytes bytes, Examination examination) {
    this.bytes = bytes;
    this.examination = examination;
  }

  void array(String key, long at, long length) throws IOException {
    try {
      Cursor in = new Cursor(bytes.slice(at, length));
      list(in);
      long numbers = shape(in);
      String type =
          new String(in.take(length(in, 0xA0, 0xBF, 0xD9), LONGEST_TYPE), StandardCharsets.UTF_8);
      judge(key, at, type, numbers, data(in));
    } catch (Broken odd) {
      examination.report(MsgpackRules.SIZE, at, key + ": " + odd.what());
    }
  }

  private void judge(String key, long at, String type, long numbers, long there) {
    OptionalInt size = size(type);
    if (type.equals("object") || type.equals("O") || type.equals("|O")) {
      examination.report(MsgpackRules.OBJECTS, at, key);
    } else if (numbers < 0) {
      examination.report(MsgpackRules.SIZE, at, key + ": a shape that is negative or too large");
    } else if (size.isEmpty()) {
      examination.report(MsgpackRules.TYPE, at, key + ": " + type);
    } else if (numbers > Long.MAX_VALUE / 16 || numbers * size.getAsInt() != there) {
      examination.report(
          MsgpackRules.SIZE,
          at,
          "%s: %,d bytes for %,d numbers of %s".formatted(key, there, numbers, type));
    }
    tally.add(type, Math.max(0, numbers));
  }

  private static OptionalInt size(String type) {
    return switch (type) {
      case "bool",
          "int8",
          "uint8",
          "int4",
          "uint4",
          "float8_e4m3fn",
          "float8_e5m2",
          "float8_e4m3b11fnuz",
          "float8_e4m3fnuz",
          "float8_e5m2fnuz" ->
          OptionalInt.of(1);
      case "int16", "uint16", "float16", "bfloat16", "V2" -> OptionalInt.of(2);
      case "int32", "uint32", "float32" -> OptionalInt.of(4);
      case "int64", "uint64", "float64", "complex64" -> OptionalInt.of(8);
      case "complex128" -> OptionalInt.of(16);
      default -> OptionalInt.empty();
    };
  }

  private static void list(Cursor in) throws Broken, IOException {
    long count = length(in, 0x90, 0x9F, 0xDB);
    if (count != 3) {
      throw new Broken(
          in.position(), "a list of %d where shape, type and bytes are expected".formatted(count));
    }
  }

  /** How many numbers a shape has; -1 where that is negative or too many. */
  private static long shape(Cursor in) throws Broken, IOException {
    long count = length(in, 0x90, 0x9F, 0xDB);
    if (count > MOST_DIMENSIONS) {
      throw new Broken(in.position(), "%d dimensions".formatted(count));
    }
    long product = 1;
    for (long i = 0; i < count; i++) {
      long dimension = whole(in);
      boolean large = product < 0 || dimension < 0 || Math.multiplyHigh(product, dimension) != 0;
      product = large ? -1 : product * dimension;
    }
    return product;
  }

  private static long whole(Cursor in) throws Broken, IOException {
    int type = in.u8();
    return switch (type) {
      case 0xCC -> in.u8();
      case 0xCD -> in.u16Big();
      case 0xCE -> in.u32Big();
      case 0xCF, 0xD3 -> in.i64Big();
      case 0xD0 -> (byte) in.u8();
      case 0xD1 -> (short) in.u16Big();
      case 0xD2 -> (int) in.u32Big();
      default -> (byte) type;
    };
  }

  private static long data(Cursor in) throws Broken, IOException {
    int type = in.u8();
    long length =
        switch (type) {
          case 0xC4 -> in.u8();
          case 0xC5 -> in.u16Big();
          case 0xC6 -> in.u32Big();
          default -> throw new Broken(in.position(), "no bytes where the data is expected");
        };
    in.need(length);
    return length;
  }

  /**
   * A length of a list or text.
   *
   * @param first the type of the shortest
   * @param last the type of the longest of those whose length is in the type
   * @param before the type with a length of one byte; for lists, which have none, the one before
   */
  private static long length(Cursor in, int first, int last, int before)
      throws Broken, IOException {
    int type = in.u8();
    if (type >= first && type <= last) {
      return (long) type - first;
    }
    return switch (type - before) {
      case 0 -> in.u8();
      case 1 -> in.u16Big();
      case 2 -> in.u32Big();
      default -> throw new Broken(in.position(), "a value of type 0x%02X".formatted(type));
    };
  }

  void tell() {
    if (!tally.isEmpty()) {
      tally.tell(examination);
    }
  }
}
