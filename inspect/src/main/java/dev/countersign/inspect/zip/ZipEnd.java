package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An end of central directory record, with its ZIP64 form resolved (APPNOTE.TXT 6.3.10, sections
 * 4.3.14 to 4.3.16).
 *
 * @param place of the record, from 0 in the file
 * @param directoryEnd where the central directory must end: the record, or its ZIP64 form
 * @param count of entries, as announced
 * @param size of the central directory, as announced
 * @param offset of the central directory, as announced: from where the archive starts
 * @param comment how long the comment is, as announced
 * @param zip64 whether the ZIP64 form was taken
 */
record ZipEnd(
    long place, long directoryEnd, long count, long size, long offset, int comment, boolean zip64) {
  static final int SIZE = 22;
  static final int SIGNATURE = 0x06054b50;

  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int WIDE = 0x06064b50;
  private static final int WIDE_SIZE = 56;
  private static final int SEARCHED = SIZE + 0xFFFF;

  /** Every place near the end where a record could stand, the last first. */
  static List<ZipEnd> all(Bytes bytes) throws Broken, IOException {
    long from = Math.max(0, bytes.length() - SEARCHED);
    byte[] tail = bytes.copy(from, SEARCHED);
    List<ZipEnd> ends = new ArrayList<>();
    for (int at = tail.length - SIZE; at >= 0 && ends.size() < 16; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        ends.add(at(bytes, from + at));
      }
    }
    return ends;
  }

  /** Whether a record stands near the end of these last bytes of a file. */
  static boolean in(byte[] tail) {
    for (int at = tail.length - SIZE; at >= 0; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static ZipEnd at(Bytes bytes, long place) throws Broken, IOException {
    Cursor cursor = new Cursor(bytes);
    cursor.seek(place + 8);
    cursor.u16();
    int count = cursor.u16();
    long size = cursor.u32();
    long offset = cursor.u32();
    int comment = cursor.u16();
    ZipEnd narrow = new ZipEnd(place, place, count, size, offset, comment, false);
    return narrow.wide(bytes).orElse(narrow);
  }

  /** The ZIP64 form, where a locator stands right before the record: loaders take it then. */
  private Optional<ZipEnd> wide(Bytes bytes) throws Broken, IOException {
    if (place < LOCATOR_SIZE + WIDE_SIZE) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(bytes);
    cursor.seek(place - LOCATOR_SIZE);
    if (cursor.i32() != LOCATOR) {
      return Optional.empty();
    }
    cursor.skip(4);
    long announced = cursor.i64();
    long before = place - LOCATOR_SIZE - WIDE_SIZE;
    Optional<ZipEnd> there = wideAt(bytes, before);
    return there.isPresent() ? there : wideAt(bytes, announced);
  }

  private Optional<ZipEnd> wideAt(Bytes bytes, long at) throws Broken, IOException {
    if (at < 0 || at > bytes.length() - WIDE_SIZE) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(bytes);
    cursor.seek(at);
    if (cursor.i32() != WIDE) {
      return Optional.empty();
    }
    cursor.skip(28);
    return Optional.of(
        new ZipEnd(place, at, cursor.i64(), cursor.i64(), cursor.i64(), comment, true));
  }

  /** How many bytes stand before the archive, by where the directory is and where it should be. */
  long prefix() {
    return directoryEnd - size - offset;
  }

  /** Where the central directory starts in the file. */
  long directory() {
    return directoryEnd - size;
  }

  /** Whether the directory that it announces lies inside of the file before it. */
  boolean fits() {
    return size >= 0 && offset >= 0 && size <= directoryEnd && prefix() >= 0;
  }
}
