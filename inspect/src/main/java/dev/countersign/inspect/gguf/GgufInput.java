package dev.countersign.inspect.gguf;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and texts of GGUF, in the order of bytes and with the sizes of its version. For one
 * thread.
 */
final class GgufInput {
  /** More than this is announced only by who lies: 16 MiB of text, or as many entries. */
  static final long PLAUSIBLE = 1L << 24;

  private final Cursor in;
  private final int version;
  private final boolean big;

  private GgufInput(Cursor in, int version, boolean big) {
    this.in = in;
    this.version = version;
    this.big = big;
  }

  /**
   * Reads what comes before the counts.
   *
   * @throws Broken if it is another format, or of a version that there is not
   */
  static GgufInput open(Bytes bytes) throws Broken, IOException {
    Cursor in = new Cursor(bytes);
    if (in.u32Big() != 0x47475546L) {
      throw new Broken(0, "it does not begin with GGUF");
    }
    long version = in.u32();
    boolean big = (version & 0xFFFF) == 0;
    long real = big ? Integer.reverseBytes((int) version) & 0xFFFF_FFFFL : version;
    if (real < 1 || real > 3) {
      throw new Lie(4, "version %d, and there are 1 to 3".formatted(real));
    }
    return new GgufInput(in, (int) real, big);
  }

  int version() {
    return version;
  }

  boolean big() {
    return big;
  }

  long position() {
    return in.position();
  }

  long length() {
    return in.length();
  }

  long remaining() {
    return in.remaining();
  }

  int u8() throws Broken, IOException {
    return in.u8();
  }

  int u16() throws Broken, IOException {
    return big ? in.u16Big() : in.u16();
  }

  long u32() throws Broken, IOException {
    return big ? in.u32Big() : in.u32();
  }

  long i64() throws Broken, IOException {
    return big ? in.i64Big() : in.i64();
  }

  /** A count or a length: four bytes in version 1, eight since. */
  long count() throws Broken, IOException {
    return version == 1 ? u32() : i64();
  }

  void skip(long bytes) throws Broken {
    in.skip(bytes);
  }

  /**
   * The length of a text, which is not larger than what is left.
   *
   * @throws Overflow if it is so large that only who attacks a reader writes it
   */
  long textLength() throws Broken, IOException {
    long at = in.position();
    long length = count();
    if (length < 0 || length > in.remaining()) {
      throw implausible(length)
          ? new Overflow(at, "a text of %s bytes".formatted(Long.toUnsignedString(length)))
          : new Broken(
              at, "a text of %,d bytes, and %,d are left".formatted(length, in.remaining()));
    }
    return length;
  }

  /** A text, at most so many bytes of it; all of it is passed over. */
  String text(int most) throws Broken, IOException {
    long length = textLength();
    byte[] start = in.take(Math.min(length, most), most);
    in.skip(length - start.length);
    return new String(start, StandardCharsets.UTF_8);
  }

  void passText() throws Broken, IOException {
    in.skip(textLength());
  }

  /** Whether a number is larger than any real file needs. */
  static boolean implausible(long count) {
    return count < 0 || count >= PLAUSIBLE;
  }

  /** A number that is no damage but an attack. */
  static final class Overflow extends Broken {
    private static final long serialVersionUID = 1;

    Overflow(long offset, String message) {
      super(offset, message);
    }
  }
}
