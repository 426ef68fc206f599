package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Other central directories that a loader may take. Python's zipfile looks right before the end
 * record; miniz, which is PyTorch's, and libzip look where the record says, from the start of the
 * file; and they differ in which of two ZIP64 records counts.
 */
final class ZipReadings {
  private final Bytes bytes;
  private final Set<Long> seen = new HashSet<>();
  private final List<ZipDirectory> directories = new ArrayList<>();

  private ZipReadings(Bytes bytes) {
    this.bytes = bytes;
  }

  static List<ZipDirectory> others(
      Bytes bytes, ZipEnd end, List<ZipEnd> otherEnds, ZipDirectory main)
      throws Broken, IOException {
    ZipReadings readings = new ZipReadings(bytes);
    readings.seen.add(main.start());
    for (ZipEnd reading : ZipEnd.readings(bytes, end.place())) {
      if (end.zip64() && !reading.zip64()) {
        // Who knows nothing of ZIP64 goes by the offset: counted back from the end, the directory
        // of
        // any file of PyTorch whose first member has a name of 30 characters is found one entry
        // late.
        readings.at(reading.offset(), reading.size(), 0);
      } else {
        readings.both(reading);
      }
    }
    for (ZipEnd other : otherEnds) {
      if (other.place() >= main.start()) {
        readings.both(other);
      }
    }
    return List.copyOf(readings.directories);
  }

  private void both(ZipEnd end) throws IOException {
    at(end.offset(), end.size(), 0);
    at(end.directory(), end.size(), end.prefix());
  }

  private void at(long start, long size, long shift) throws IOException {
    if (start < 0 || start >= bytes.length() || !seen.add(start)) {
      return;
    }
    Cursor cursor = new Cursor(bytes);
    cursor.seek(start);
    try {
      if (cursor.i32() == ZipHeader.CENTRAL) {
        long there = Math.clamp(size, 0, bytes.length() - start);
        directories.add(ZipDirectory.read(bytes, start, there, shift));
      }
    } catch (Broken none) {
      return;
    }
  }
}
