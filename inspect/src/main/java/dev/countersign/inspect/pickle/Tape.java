package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/**
 * The bytes of a pickle with the arguments of its opcodes, of which texts keep their place only.
 */
final class Tape {
  private final Bytes bytes;
  private final Cursor in;
  private final Frames frames;
  private boolean endless;
  private boolean crossed;
  private boolean cuts;
  private long frameEnd;

  Tape(Bytes bytes, long from, Frames frames) {
    this.frames = frames;
    this.bytes = bytes;
    this.in = new Cursor(bytes);
    in.seek(from);
  }

  /** For what is no argument of an opcode. */
  Cursor in() {
    return in;
  }

  int u8() throws Broken, IOException {
    return in.u8();
  }

  int u16() throws Broken, IOException {
    within(2);
    return in.u16();
  }

  long u32() throws Broken, IOException {
    within(4);
    return in.u32();
  }

  int i32() throws Broken, IOException {
    within(4);
    return in.i32();
  }

  long i64() throws Broken, IOException {
    within(8);
    return in.i64();
  }

  void skip(long count) throws Broken {
    within(count);
    in.skip(count);
  }

  /** A frame of so many bytes begins. */
  void frame(long length) throws Broken {
    within(length);
    if (frames != Frames.JOINED) {
      in.need(length);
    }
    if (length >= 0 && in.position() + length > frameEnd) {
      frameEnd = Math.addExact(in.position(), Math.min(length, in.remaining()));
      cuts = frames.cuts(length);
    }
  }

  /** Whether anything began in a frame and ended after it. */
  boolean crossedFrames() {
    return crossed;
  }

  /** So many bytes are read one by one, as one thing. */
  void begin(int count) {
    within(count);
  }

  private void within(long count) {
    long position = in.position();
    if (position < frameEnd && count > frameEnd - position) {
      crossed = true;
      if (cuts) {
        in.seek(frameEnd);
      }
    }
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
    boolean inFrame = from < frameEnd;
    while (in.more()) {
      if (in.u8() == '\n') {
        return Text.at(kind, form, bytes, from, in.position() - 1 - from);
      }
      if (inFrame && in.position() == frameEnd) {
        crossed = true;
        inFrame = false;
        from = cuts ? frameEnd : from;
      }
    }
    endless = true;
    return Text.at(kind, form, bytes, from, Math.max(0, in.position() - 1 - from));
  }

  /** A text of so many bytes. */
  Text text(Text.Kind kind, Text.Form form, long length) throws Broken {
    if (kind != Text.Kind.BYTES || frames.cutsBytes() || !cuts) {
      within(length);
    }
    long from = in.position();
    in.skip(length);
    return Text.at(kind, form, bytes, from, length);
  }

  /** A part of a text that was read. */
  Text part(Text whole, Text.Kind kind, Text.Form form, long start, long length) {
    return Text.at(kind, form, whole.content(), start, length);
  }
}
