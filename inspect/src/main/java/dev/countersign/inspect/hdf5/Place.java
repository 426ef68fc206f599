package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An HDF5 file with what its superblock says: how wide addresses and lengths are, and where
 * addresses count from.
 *
 * @param base added to every address
 * @param offsetSize bytes of an address: 2, 4 or 8
 * @param lengthSize bytes of a length: 2, 4 or 8
 */
record Place(Bytes bytes, long base, int offsetSize, int lengthSize) {
  /** Where nothing is: all bits are set. */
  static final long NOWHERE = -1;

  /** Reads at an address, to the end of the file. */
  Cursor at(long address) throws Broken {
    return at(address, bytes.length());
  }

  /** Reads at an address, at most that many bytes. */
  Cursor at(long address, long most) throws Broken {
    long place = address + base;
    if (address < 0 || place < 0 || place >= bytes.length()) {
      throw new Broken(
          0, "address %s is not in the file".formatted(Long.toUnsignedString(address)));
    }
    return new Cursor(bytes.slice(place, most));
  }

  long offset(Cursor in) throws Broken, IOException {
    return number(in, offsetSize);
  }

  long length(Cursor in) throws Broken, IOException {
    return number(in, lengthSize);
  }

  /** An unsigned number, the lowest byte first; -1 where every bit is set. */
  static long number(Cursor in, int size) throws Broken, IOException {
    long value = 0;
    boolean full = true;
    for (int i = 0; i < size; i++) {
      int one = in.u8();
      full &= one == 0xFF;
      value |= i < 8 ? (long) one << 8 * i : 0;
    }
    return full && size > 1 ? NOWHERE : value;
  }

  static void signature(Cursor in, String expected) throws Broken, IOException {
    String found = in.text(4, 4, StandardCharsets.ISO_8859_1);
    if (!found.equals(expected)) {
      throw new Broken(in.position() - 4, "no " + expected + " where one was expected");
    }
  }

  /** Text up to a zero byte. */
  static String zeroEnded(Cursor in, int most) throws Broken, IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.u8(); c != 0; c = in.u8()) {
      if (text.length() >= most) {
        throw new Broken(in.position(), "a name that does not end");
      }
      text.append((char) c);
    }
    return new String(
        text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
