package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entries of one central directory.
 *
 * @param start where it starts in the file
 * @param shift what is added to the places that it tells, for what stands before the archive
 * @param members in their order
 * @param end the place after its last entry
 * @param broken why it could not be read further, where that is so
 */
record ZipDirectory(
    long start, long shift, List<ZipMember> members, long end, Optional<Broken> broken) {
  private static final int LONGEST = 0xFFFF;
  private static final int HEADER = 256;
  private static final int MOST = 250_000;

  /** Reads entries up to the end, or to the first that is none. */
  static ZipDirectory read(Bytes bytes, long start, long size, long shift) throws IOException {
    List<ZipMember> members = new ArrayList<>();
    Cursor cursor = new Cursor(bytes.slice(0, start + size));
    Cursor locals = new Cursor(bytes, HEADER);
    cursor.seek(start);
    long last = start;
    try {
      while (cursor.remaining() > 0) {
        if (members.size() == MOST) {
          throw new Broken(last, "more than %,d members".formatted(MOST));
        }
        members.add(member(cursor, locals, shift));
        last = cursor.position();
      }
    } catch (Broken cut) {
      return new ZipDirectory(start, shift, members, last, Optional.of(cut));
    }
    return new ZipDirectory(start, shift, members, last, Optional.empty());
  }

  private static ZipMember member(Cursor cursor, Cursor locals, long shift)
      throws Broken, IOException {
    long entry = cursor.position();
    if (cursor.i32() != ZipHeader.CENTRAL) {
      throw new Broken(entry, "no entry of a central directory");
    }
    int madeBy = cursor.u16() >>> 8;
    int version = cursor.u16() & 0xFF;
    int flags = cursor.u16();
    int method = cursor.u16();
    cursor.skip(4);
    long crc = cursor.u32();
    long compressed = cursor.u32();
    long size = cursor.u32();
    int nameLength = cursor.u16();
    int extraLength = cursor.u16();
    int commentLength = cursor.u16();
    cursor.skip(4);
    long attributes = cursor.u32();
    long place = cursor.u32();
    Bytes name = Bytes.of(cursor.take(nameLength, LONGEST));
    Bytes extra = Bytes.of(cursor.take(extraLength, LONGEST));
    cursor.skip(commentLength);
    ZipExtra.Sizes wide = ZipExtra.sizes(extra, size, compressed, place);
    ZipHeader central =
        new ZipHeader(version, flags, method, crc, wide.compressed(), wide.size(), name, extra);
    long header = wide.place() + shift;
    Optional<ZipHeader> local = local(locals, header);
    long data = local.isPresent() ? locals.position() : -1;
    return new ZipMember(central.name(), central, local, entry, header, data, madeBy, attributes);
  }

  /** The header at a place, with the cursor behind it; empty where there is none. */
  private static Optional<ZipHeader> local(Cursor locals, long place) throws IOException {
    if (place < 0 || place > locals.length() - ZipHeader.LOCAL_SIZE) {
      return Optional.empty();
    }
    locals.seek(place);
    try {
      return Optional.of(ZipHeader.local(locals));
    } catch (Broken none) {
      return Optional.empty();
    }
  }
}
