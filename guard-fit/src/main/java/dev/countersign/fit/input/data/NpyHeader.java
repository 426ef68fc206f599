package dev.countersign.fit.input.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an array, versions 1 to 3 (NEP 1, {@code numpy/lib/format.py}).
 *
 * @param type of each number
 * @param order of its bytes
 * @param rows the length of the first axis
 * @param columns the product of the other ones
 */
record NpyHeader(Type type, ByteOrder order, long rows, int columns) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST_BYTES = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr': *'([<>|=]?)([a-z])([0-9]{1,2})'");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]{0,200})\\)");

  /** Numbers that an array may hold. */
  enum Type {
    FLOAT32(4),
    FLOAT64(8),
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8);

    private final int size;

    Type(int size) {
      this.size = size;
    }

    int size() {
      return size;
    }
  }

  static NpyHeader read(InputStream in, Path file) throws IOException, UnreadableData {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
      throw new UnreadableData(file + " is no array as numpy.save writes it.");
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new UnreadableData(
          "%s has version %d of NumPy's format; 1 to 3 are known.".formatted(file, version));
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | size[i] & 0xFF;
    }
    if (length > MOST_BYTES) {
      throw new UnreadableData(
          "%s has a header of %,d bytes, which no array of numbers has.".formatted(file, length));
    }
    byte[] text = in.readNBytes((int) length);
    return of(new String(text, StandardCharsets.UTF_8), file);
  }

  private static NpyHeader of(String text, Path file) throws UnreadableData {
    Matcher descr = DESCR.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!descr.find() || !shape.find()) {
      throw new UnreadableData(
          file + " holds no plain numbers. Save an array of float32, float64 or integers.");
    }
    if (text.contains("'fortran_order': True")) {
      throw new UnreadableData(
          file + " is stored column by column. Save numpy.ascontiguousarray(x).");
    }
    ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Type type = type(descr.group(2) + descr.group(3), file);
    return shaped(type, order, shape.group(1), file);
  }

  private static Type type(String code, Path file) throws UnreadableData {
    return switch (code) {
      case "f4" -> Type.FLOAT32;
      case "f8" -> Type.FLOAT64;
      case "i1" -> Type.INT8;
      case "u1", "b1" -> Type.UINT8;
      case "i2" -> Type.INT16;
      case "u2" -> Type.UINT16;
      case "i4" -> Type.INT32;
      case "u4" -> Type.UINT32;
      case "i8" -> Type.INT64;
      default ->
          throw new UnreadableData(
              "%s holds numbers of type %s. Save it as float32: x.astype('float32')."
                  .formatted(file, code));
    };
  }

  private static NpyHeader shaped(Type type, ByteOrder order, String shape, Path file)
      throws UnreadableData {
    long[] axes;
    try {
      axes =
          Arrays.stream(shape.split(","))
              .map(String::strip)
              .filter(axis -> !axis.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
    } catch (NumberFormatException tooLarge) {
      axes = new long[0];
    }
    if (axes.length == 0) {
      throw new UnreadableData(file + " has no rows: its shape is (" + shape + ").");
    }
    long columns = 1;
    for (int i = 1; i < axes.length; i++) {
      columns = Math.min(Integer.MAX_VALUE, columns * Math.min(Integer.MAX_VALUE, axes[i]));
    }
    if (columns < 1 || columns > DataSource.MOST_COLUMNS) {
      throw new UnreadableData(
          "%s has %,d numbers a row, and 1 to %,d are possible."
              .formatted(file, columns, DataSource.MOST_COLUMNS));
    }
    return new NpyHeader(type, order, axes[0], (int) columns);
  }
}
