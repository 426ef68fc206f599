package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/** Values of variable length (section III.E). */
final class GlobalHeap {
  private static final int LARGEST = 64 << 20;

  private GlobalHeap() {}

  /** One object of a collection, at most as long as its reference says. */
  static byte[] object(Place place, long address, long index, long length)
      throws Broken, IOException {
    if (length == 0) {
      return new byte[0];
    }
    Cursor head = place.at(address, 32);
    Place.signature(head, "GCOL");
    head.skip(4);
    long size = place.length(head);
    Cursor in = place.at(address, size);
    in.seek(8L + place.lengthSize());
    while (in.remaining() >= 8L + place.lengthSize()) {
      int found = in.u16();
      in.skip(6);
      long bytes = place.length(in);
      if (found == index) {
        return in.take(Math.min(bytes, length), LARGEST);
      }
      if (found == 0) {
        break;
      }
      in.skip(bytes + (-bytes & 7));
    }
    throw new Broken(address, "a value that is not in its heap");
  }
}
