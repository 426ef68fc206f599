package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An attribute of an object (section IV.A.2.m).
 *
 * @param text its value where it is one string
 * @param address of its message in the file
 */
record Attribute(String name, Optional<byte[]> text, long address) {
  private static final int LARGEST = 64 << 20;
  private static final int STRING = 3;
  private static final int OPAQUE = 5;
  private static final int VARIABLE = 9;

  /** Its value as text of UTF-8. */
  Optional<String> string() {
    return text.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  static Attribute read(Place place, Bytes body, long address) throws Broken, IOException {
    Cursor in = new Cursor(body);
    int version = in.u8();
    int flags = in.u8();
    int nameSize = in.u16();
    int typeSize = in.u16();
    int spaceSize = in.u16();
    if (version == 3) {
      in.skip(1);
    }
    String name =
        new String(in.take(nameSize, 1 << 16), StandardCharsets.UTF_8).replaceFirst("\0.*", "");
    pad(in, version, nameSize);
    Bytes type = in.slice(typeSize);
    pad(in, version, typeSize);
    Bytes space = in.slice(spaceSize);
    pad(in, version, spaceSize);
    boolean elsewhere = version > 1 && (flags & 1) != 0;
    boolean single = elements(new Cursor(space), place) == 1;
    Optional<byte[]> text =
        elsewhere || !single ? Optional.empty() : text(place, new Cursor(type), in);
    return new Attribute(name, text, address);
  }

  private static Optional<byte[]> text(Place place, Cursor type, Cursor in)
      throws Broken, IOException {
    int kind = type.u8() & 0xF;
    int bits = type.u8();
    type.skip(2);
    long size = type.u32();
    if (kind == STRING || kind == OPAQUE) {
      return Optional.of(trimmed(in.take(Math.min(size, in.remaining()), LARGEST), kind == STRING));
    }
    if (kind != VARIABLE || (bits & 0xF) != 1 && (type.u8() & 0xF) != 0) {
      return Optional.empty();
    }
    long length = in.u32();
    long heap = place.offset(in);
    return Optional.of(GlobalHeap.object(place, heap, in.u32(), length));
  }

  /** How many elements a dataspace has (section IV.A.2.b). */
  private static long elements(Cursor in, Place place) throws Broken, IOException {
    int version = in.u8();
    int rank = in.u8();
    in.skip(version == 1 ? 6 : 2);
    long count = 1;
    for (int i = 0; i < Math.min(rank, 32); i++) {
      count *= place.length(in);
    }
    return count;
  }

  private static void pad(Cursor in, int version, int size) throws Broken {
    if (version == 1) {
      in.skip(Math.min(in.remaining(), -size & 7));
    }
  }

  private static byte[] trimmed(byte[] bytes, boolean string) {
    int end = bytes.length;
    while (string && end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return java.util.Arrays.copyOf(bytes, end);
  }
}
