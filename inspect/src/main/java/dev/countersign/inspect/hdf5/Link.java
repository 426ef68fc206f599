package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/** A name in a group, and what it leads to (section IV.A.2.g). */
sealed interface Link {
  /** Its name. */
  String name();

  /** An object of the same file. */
  record Hard(String name, long address) implements Link {}

  /** A path of the same file. */
  record Soft(String name, String target) implements Link {}

  /** An object of another file. */
  record External(String name, String file, String target) implements Link {}

  /** Of a kind that only a program knows which registered it. */
  record Custom(String name, int kind) implements Link {}

  /** Reads the body of a link message. */
  static Link read(Place place, Cursor in) throws Broken, IOException {
    in.skip(1);
    int flags = in.u8();
    int kind = (flags & 8) != 0 ? in.u8() : 0;
    in.skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
    String name = in.utf8(Place.number(in, 1 << (flags & 3)), 1 << 16);
    return switch (kind) {
      case 0 -> new Hard(name, place.offset(in));
      case 1 -> new Soft(name, in.utf8(in.u16(), 1 << 16));
      case 64 -> external(name, in);
      default -> new Custom(name, kind);
    };
  }

  private static Link external(String name, Cursor in) throws Broken, IOException {
    in.skip(3);
    return new External(name, Place.zeroEnded(in, 1 << 16), Place.zeroEnded(in, 1 << 16));
  }
}
