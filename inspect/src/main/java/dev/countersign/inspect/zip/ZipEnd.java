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
    return readings(bytes, place).getFirst();
  }

  /**
   * Every way in which a loader may read the record at a place, Python's zipfile's first: the ZIP64
   * form right before it, the one where the locator says, or the record itself.
   */
  static List<ZipEnd> readings(Bytes bytes, long place) throws Broken, IOException {
    ZipEnd narrow = narrow(bytes, place);
    List<ZipEnd> readings = new ArrayList<>(narrow.wide(bytes));
    if (readings.isEmpty() || !narrow.leftOpen()) {
      readings.add(narrow);
    }
    return readings;
  }

  /** Whether it leaves a number to its ZIP64 form. */
  private boolean leftOpen() {
    return count == 0xFFFF || size == ZipHeader.ABSENT || offset == ZipHeader.ABSENT;
  }

  private static ZipEnd narrow(Bytes bytes, long place) throws Broken, IOException {
    Cursor cursor = new Cursor(bytes);
    cursor.seek(place + 8);
    cursor.u16();
    int count = cursor.u16();
    long size = cursor.u32();
    long offset = cursor.u32();
    int comment = cursor.u16();
    return new ZipEnd(place, place, count, size, offset, comment, false);
  }

  /** The ZIP64 forms, where a locator stands right before the record: loaders take one then. */
  private List<ZipEnd> wide(Bytes bytes) throws Broken, IOException {
    if (place < LOCATOR_SIZE + WIDE_SIZE) {
      return List.of();
    }
    Cursor cursor = new Cursor(bytes);
    cursor.seek(place - LOCATOR_SIZE);
    if (cursor.i32() != LOCATOR) {
      return List.of();
    }
    cursor.skip(4);
    List<ZipEnd> forms = new ArrayList<>();
    wideAt(bytes, place - LOCATOR_SIZE - WIDE_SIZE).ifPresent(forms::add);
    wideAt(bytes, cursor.i64()).filter(form -> !forms.contains(form)).ifPresent(forms::add);
    return forms;
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
