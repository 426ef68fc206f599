package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/** A heap of many small objects (section III.G): links and attributes of large groups. */
final class FractalHeap {
  private static final int DEEPEST = 32;

  private final Place place;
  private final long address;
  private final int filters;
  private final int width;
  private final long start;
  private final long largestDirect;
  private final int bits;
  private final long largestObject;
  private final long largeIndex;
  private final long root;
  private final int rows;

  private FractalHeap(Place place, long address, Cursor in) throws Broken, IOException {
    this.place = place;
    this.address = address;
    Place.signature(in, "FRHP");
    in.skip(3);
    this.filters = in.u16();
    in.skip(1);
    this.largestObject = in.u32();
    in.skip(place.lengthSize());
    this.largeIndex = place.offset(in);
    in.skip(9L * place.lengthSize() + place.offsetSize());
    this.width = in.u16();
    this.start = place.length(in);
    this.largestDirect = place.length(in);
    this.bits = in.u16();
    in.skip(2);
    this.root = place.offset(in);
    this.rows = in.u16();
    if (width == 0 || start <= 0 || largestDirect < start || bits > 64) {
      throw new Broken(address, "a heap whose blocks have no size");
    }
  }

  static FractalHeap read(Place place, long address) throws Broken, IOException {
    return new FractalHeap(place, address, place.at(address, 256));
  }

  /**
   * The bytes of an object.
   *
   * @param id of the object in this heap, 7 or 8 bytes
   */
  Bytes object(byte[] id) throws Broken, IOException {
    Cursor in = new Cursor(Bytes.of(id));
    int kind = in.u8() >> 4 & 3;
    if (kind == 2) {
      int length = Math.min((id[0] & 0xF) + 1, id.length - 1);
      return Bytes.of(java.util.Arrays.copyOfRange(id, 1, 1 + length));
    }
    if (kind == 1 && filters == 0) {
      return large(Place.number(in, (int) Math.min(place.lengthSize(), in.remaining())));
    }
    if (kind != 0 || filters != 0) {
      throw new Broken(address, "an object of a heap that is packed, which is not read");
    }
    int offsetSize = (bits + 7) / 8;
    long offset = Place.number(in, offsetSize);
    long length = Place.number(in, Math.min(lengthSize(), (int) in.remaining()));
    Cursor at = place.at(locate(offset), length);
    at.need(length);
    return at.slice(length);
  }

  /** An object that stands outside of the blocks (section III.G.4). */
  private Bytes large(long id) throws Broken, IOException {
    for (byte[] record : NameIndex.read(place, largeIndex)) {
      Cursor in = new Cursor(Bytes.of(record));
      long at = place.offset(in);
      long length = place.length(in);
      if (place.length(in) == id) {
        Cursor object = place.at(at, length);
        object.need(length);
        return object.slice(length);
      }
    }
    throw new Broken(address, "an object that is not in its heap");
  }

  private int lengthSize() {
    long most = Math.min(largestDirect, largestObject);
    return (Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, most)) + 7) / 8;
  }

  private long locate(long offset) throws Broken, IOException {
    return rows == 0 ? root + offset : indirect(root, rows, offset, 0);
  }

  private long indirect(long block, int blockRows, long offset, int depth)
      throws Broken, IOException {
    if (depth > DEEPEST) {
      throw new Broken(block, "a heap that leads into itself");
    }
    long before = 0;
    for (int row = 0; row < blockRows; row++) {
      long size = rowSize(row);
      if (size <= 0) {
        break;
      }
      long rowBytes = size * width;
      if (offset < before + rowBytes) {
        int column = (int) ((offset - before) / size);
        long child = child(block, row, column);
        long inside = offset - before - column * size;
        return size <= largestDirect
            ? child + inside
            : indirect(child, rowsWithin(size), inside, depth + 1);
      }
      before += rowBytes;
    }
    throw new Broken(block, "an object outside of its heap");
  }

  private long child(long block, int row, int column) throws Broken, IOException {
    long header = 5L + place.offsetSize() + (bits + 7) / 8;
    Cursor in = place.at(block + header + ((long) row * width + column) * place.offsetSize(), 16);
    return place.offset(in);
  }

  private long rowSize(int row) {
    return row == 0 ? start : row > 50 ? 0 : start << (row - 1);
  }

  private int rowsWithin(long size) {
    int count = 0;
    for (long sum = 0; sum < size && count < 50; count++) {
      sum += rowSize(count) * width;
    }
    return count;
  }
}
