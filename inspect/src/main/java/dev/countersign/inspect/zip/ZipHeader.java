package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What one of the two headers of a member says, with sizes of ZIP64 already resolved (APPNOTE.TXT
 * 6.3.10, sections 4.3.7, 4.3.12 and 4.5.3).
 *
 * @param version needed to extract, the low byte
 * @param flags general purpose bits
 * @param method of compression
 * @param crc CRC-32 of the content, from 0
 * @param compressed size; negative where an unsigned number is 2^63 or more
 * @param size of the content; negative likewise
 * @param rawName the name as it stands there
 * @param extra fields
 */
record ZipHeader(
    int version,
    int flags,
    int method,
    long crc,
    long compressed,
    long size,
    Bytes rawName,
    Bytes extra) {
  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIZE = 46;
  static final long ABSENT = 0xFFFF_FFFFL;

  private static final int LONGEST_NAME = 0xFFFF;

  /** The header before a member's content; the cursor stands at its signature. */
  static ZipHeader local(Cursor cursor) throws Broken, IOException {
    long at = cursor.position();
    if (cursor.i32() != LOCAL) {
      throw new Broken(at, "no local header");
    }
    int version = cursor.u16() & 0xFF;
    int flags = cursor.u16();
    int method = cursor.u16();
    cursor.skip(4);
    long crc = cursor.u32();
    long compressed = cursor.u32();
    long size = cursor.u32();
    int nameLength = cursor.u16();
    int extraLength = cursor.u16();
    Bytes name = Bytes.of(cursor.take(nameLength, LONGEST_NAME));
    Bytes extra = Bytes.of(cursor.take(extraLength, LONGEST_NAME));
    ZipExtra.Sizes sizes = ZipExtra.sizes(extra, size, compressed, 0);
    return new ZipHeader(
        version, flags, method, crc, sizes.compressed(), sizes.size(), name, extra);
  }

  /** The name as text: UTF-8 where bit 11 says so, else code page 437, as Python's zipfile does. */
  String name() throws IOException {
    byte[] raw = rawName.copy(0, LONGEST_NAME);
    return utf8() ? new String(raw, StandardCharsets.UTF_8) : CodePage437.text(raw);
  }

  /** The same with another compressed size; the size of the content is then unknown, too. */
  ZipHeader compressedTo(long end) {
    return new ZipHeader(version, flags, method, crc, end, Math.max(size, end), rawName, extra);
  }

  boolean utf8() {
    return (flags & 0x800) != 0;
  }

  /** Whether sizes and CRC stand behind the content instead (bit 3). */
  boolean describedAfter() {
    return (flags & 8) != 0;
  }
}
