package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/** The bytes of a pickle with the arguments of its opcodes, of which texts keep their place only. */
final class Tape {
  private final Bytes bytes;
  private final Cursor in;
  private boolean endless;

  Tape(Bytes bytes, long from) {
    this.bytes = bytes;
    this.in = new Cursor(bytes);
    in.seek(from);
  }

  Cursor in() {
    return in;
  }

  long position() {
    return in.position();
  }

  /** Whether a line ended with the file instead of a line feed. */
  boolean sawEndlessLine() {
    return endless;
  }

  /**
   * The next line without its line feed. At the end of the file the last byte is taken for one, as
   * CPython's {@code pickle.py} does.
   */
  Text line(Text.Kind kind, Text.Form form) throws Broken, IOException {
    long from = in.position();
    if (!in.more()) {
      throw new Broken(from, "the end, where a line is expected");
    }
    while (in.more()) {
      if (in.u8() == '\n') {
        return Text.at(kind, form, bytes, from, in.position() - 1 - from);
      }
    }
    endless = true;
    return Text.at(kind, form, bytes, from, in.position() - 1 - from);
  }

  /** A text of so many bytes. */
  Text text(Text.Kind kind, Text.Form form, long length) throws Broken {
    long from = in.position();
    in.skip(length);
    return Text.at(kind, form, bytes, from, length);
  }

  /** A part of a text that was read. */
  Text part(Text whole, Text.Kind kind, Text.Form form, long start, long length) {
    return Text.at(kind, form, whole.content(), start, length);
  }
}
