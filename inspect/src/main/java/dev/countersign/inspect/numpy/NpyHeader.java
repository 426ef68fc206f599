package dev.countersign.inspect.numpy;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The header of an array, versions 1 to 3 (NEP 1, {@code numpy/lib/format.py}).
 *
 * @param version of the format, 1 to 3
 * @param text the header as it stands there
 * @param data the place of the first byte after it
 */
record NpyHeader(int version, String text, long data) {
  private static final int[] MAGIC = {0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST = 1 << 20;

  /** The first bytes of every array. */
  static int[] magic() {
    return MAGIC.clone();
  }

  /**
   * Reads the header at a place.
   *
   * @throws Broken if there is none, or it is of a version that NumPy does not know
   */
  static NpyHeader read(Bytes bytes, long from) throws Broken, IOException {
    Cursor in = new Cursor(bytes);
    in.seek(from);
    for (int expected : MAGIC) {
      if (in.u8() != expected) {
        throw new Broken(from, "no array of NumPy");
      }
    }
    int version = in.u8();
    in.u8();
    if (version < 1 || version > 3) {
      throw new Broken(
          from + MAGIC.length, "version " + version + " of the format, and 1 to 3 are known");
    }
    long length = version == 1 ? in.u16() : in.u32();
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = in.text(length, MOST, charset);
    return new NpyHeader(version, text, in.position());
  }

  /**
   * What it says.
   *
   * @throws Broken if it is a literal that describes no array
   */
  Described described(Object literal) throws Broken {
    if (!(literal instanceof Map<?, ?> map)
        || !map.keySet().equals(java.util.Set.of("descr", "fortran_order", "shape"))
        || !(map.get("fortran_order") instanceof Boolean)
        || !(map.get("shape") instanceof List<?> shape)) {
      throw new Broken(0, "not descr, fortran_order and shape");
    }
    long count = 1;
    for (Object length : shape) {
      count = product(count, length(length));
    }
    Dtype dtype = Dtype.of(Objects.requireNonNull(map.get("descr")));
    return new Described(dtype, count, product(count, dtype.size()));
  }

  private static long length(Object item) throws Broken {
    if (item instanceof Long number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw new Broken(0, "a shape with a length that is no number from 0");
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  /**
   * An array that a header describes.
   *
   * @param count how many items it has; {@link Long#MAX_VALUE} where that is too many
   * @param size how many bytes they take, if they are no objects
   */
  record Described(Dtype dtype, long count, long size) {}
}
