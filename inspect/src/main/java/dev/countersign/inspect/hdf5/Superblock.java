package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * The superblock (section II.A): where the root group is.
 *
 * @param start of the superblock in the file: what stands before it belongs to somebody else
 * @param root the address of its object header
 */
record Superblock(Place place, long start, long root) {
  private static final int[] SIGNATURE = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  private static final long FARTHEST = 1 << 20;

  /** The place of the signature: at 0, or at 512 and its doubles. */
  static OptionalLong find(Bytes bytes) throws IOException {
    for (long at = 0; at < Math.min(bytes.length(), FARTHEST); at = at == 0 ? 512 : at * 2) {
      if (signed(bytes.copy(at, SIGNATURE.length))) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }

  static Superblock read(Bytes bytes) throws Broken, IOException {
    long start = find(bytes).orElseThrow(() -> new Broken(0, "no signature of HDF5"));
    Cursor in = new Cursor(bytes);
    in.seek(start + SIGNATURE.length);
    int version = in.u8();
    return switch (version) {
      case 0, 1 -> old(bytes, in, start, version);
      case 2, 3 -> recent(bytes, in, start);
      default -> throw new Broken(start + 8, "a superblock of version " + version);
    };
  }

  private static Superblock old(Bytes bytes, Cursor in, long start, int version)
      throws Broken, IOException {
    in.skip(4);
    int offsets = width(in);
    int lengths = width(in);
    in.skip(version == 0 ? 9 : 13);
    Place place = place(bytes, in, start, offsets, lengths);
    place.offset(in);
    place.offset(in);
    place.offset(in);
    place.offset(in);
    return new Superblock(place, start, place.offset(in));
  }

  private static Superblock recent(Bytes bytes, Cursor in, long start) throws Broken, IOException {
    int offsets = width(in);
    int lengths = width(in);
    in.skip(1);
    Place place = place(bytes, in, start, offsets, lengths);
    place.offset(in);
    place.offset(in);
    return new Superblock(place, start, place.offset(in));
  }

  /** The library trusts the base address only where it is the superblock's own place; so do we. */
  private static Place place(Bytes bytes, Cursor in, long start, int offsets, int lengths)
      throws Broken, IOException {
    Place.number(in, offsets);
    return new Place(bytes, start, offsets, lengths);
  }

  private static int width(Cursor in) throws Broken, IOException {
    int width = in.u8();
    if (width != 2 && width != 4 && width != 8) {
      throw new Broken(
          in.position() - 1, "numbers of %d bytes, where 2, 4 or 8 are".formatted(width));
    }
    return width;
  }

  private static boolean signed(byte[] head) {
    if (head.length < SIGNATURE.length) {
      return false;
    }
    for (int i = 0; i < SIGNATURE.length; i++) {
      if ((head[i] & 0xFF) != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }
}
