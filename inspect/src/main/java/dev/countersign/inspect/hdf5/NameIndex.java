package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A B-tree of version 2 (section III.A.2) that leads to objects of a fractal heap: by their names,
 * or where they are too large for its blocks.
 */
final class NameIndex {
  private static final int MOST_RECORDS = 500_000;

  private final Place place;
  private final List<byte[]> ids = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private final int kind;
  private final long nodeSize;
  private final int recordSize;
  private final int depth;
  private final long root;
  private final int rootRecords;

  private NameIndex(Place place, long address) throws Broken, IOException {
    this.place = place;
    Cursor in = place.at(address, 64);
    Place.signature(in, "BTHD");
    in.skip(1);
    this.kind = in.u8();
    this.nodeSize = in.u32();
    this.recordSize = in.u16();
    this.depth = in.u16();
    in.skip(2);
    this.root = place.offset(in);
    this.rootRecords = in.u16();
    if (kind != 1 && kind != 5 && kind != 8 || recordSize < 11 || depth > 16 || nodeSize < 16) {
      throw new Broken(address, "an index that is not of a heap");
    }
  }

  /** Ids in the heap of every object, or whole records of large ones. */
  static List<byte[]> read(Place place, long address) throws Broken, IOException {
    NameIndex index = new NameIndex(place, address);
    if (index.root != Place.NOWHERE) {
      index.node(index.root, index.rootRecords, index.depth);
    }
    return index.ids;
  }

  private void node(long address, int records, int level) throws Broken, IOException {
    if (!seen.add(address)) {
      throw new Broken(address, "an index that leads into itself");
    }
    Cursor in = place.at(address, nodeSize);
    Place.signature(in, level == 0 ? "BTLF" : "BTIN");
    in.skip(2);
    for (int i = 0; i < records; i++) {
      record(in);
    }
    if (level > 0) {
      int countSize = bytesFor(most(level - 1));
      int totalSize = level > 1 ? bytesFor(total(level - 1)) : 0;
      for (int i = 0; i <= records; i++) {
        long child = place.offset(in);
        int count = (int) Place.number(in, countSize);
        Place.number(in, totalSize);
        node(child, count, level - 1);
      }
    }
  }

  /**
   * Links: hash of 4 bytes, then the id of 7. Attributes: the id of 8, then flags, order, hash.
   * Large objects: address, length and id, as wide as the file has them.
   */
  private void record(Cursor in) throws Broken, IOException {
    if (ids.size() >= MOST_RECORDS) {
      throw new Broken(in.position(), "more than %,d names".formatted(MOST_RECORDS));
    }
    byte[] record = in.take(recordSize, 64);
    ids.add(
        switch (kind) {
          case 5 -> java.util.Arrays.copyOfRange(record, 4, 11);
          case 8 -> java.util.Arrays.copyOfRange(record, 0, 8);
          default -> record;
        });
  }

  private long most(int level) {
    long overhead = 10;
    if (level == 0) {
      return (nodeSize - overhead) / recordSize;
    }
    long pointer =
        place.offsetSize()
            + bytesFor(most(level - 1))
            + (level > 1 ? bytesFor(total(level - 1)) : 0);
    return (nodeSize - overhead - pointer) / (recordSize + pointer);
  }

  private long total(int level) {
    long records = most(level);
    return level == 0 ? records : (records + 1) * total(level - 1) + records;
  }

  private static int bytesFor(long value) {
    return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, value)) + 7) / 8);
  }
}
