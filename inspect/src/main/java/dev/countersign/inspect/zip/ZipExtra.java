package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.Optional;

/** Extra fields of a header (APPNOTE.TXT 6.3.10, section 4.5). */
final class ZipExtra {
  static final int ZIP64 = 0x0001;
  static final int UNICODE_PATH = 0x7075;

  /** Sizes and the place of the local header, as 64 bits say where 32 were too few. */
  record Sizes(long size, long compressed, long place) {}

  private ZipExtra() {}

  /** A field by its id; empty where there is none, or the fields end before it. */
  static Optional<Bytes> field(Bytes extra, int id) throws IOException {
    Cursor cursor = new Cursor(extra);
    try {
      while (cursor.remaining() >= 4) {
        int found = cursor.u16();
        Bytes field = cursor.slice(cursor.u16());
        if (found == id) {
          return Optional.of(field);
        }
      }
    } catch (Broken cut) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** What is not all ones stays; the field holds only those that are, in this order. */
  static Sizes sizes(Bytes extra, long size, long compressed, long place)
      throws Broken, IOException {
    if (size != ZipHeader.ABSENT && compressed != ZipHeader.ABSENT && place != ZipHeader.ABSENT) {
      return new Sizes(size, compressed, place);
    }
    Optional<Bytes> field = field(extra, ZIP64);
    if (field.isEmpty()) {
      return new Sizes(size, compressed, place);
    }
    Cursor cursor = new Cursor(field.get());
    return new Sizes(next(cursor, size), next(cursor, compressed), next(cursor, place));
  }

  private static long next(Cursor cursor, long narrow) throws Broken, IOException {
    return narrow == ZipHeader.ABSENT && cursor.remaining() >= 8 ? cursor.i64() : narrow;
  }
}
