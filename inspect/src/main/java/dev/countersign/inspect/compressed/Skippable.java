package dev.countersign.inspect.compressed;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames that decoders of Zstandard and LZ4 pass over (RFC 8878, section 3.1.2). */
final class Skippable {
  private static final int MAGIC = 0x184D2A50;
  private static final int HEAD = 8;

  private Skippable() {}

  /** Whether such frames stand first, and then one with this magic number. */
  static boolean before(byte[] head, int magic) throws IOException {
    Bytes bytes = Bytes.of(head);
    Bytes behind = behind(bytes);
    return behind.length() >= 4
        && behind.length() < bytes.length()
        && number(behind.copy(0, 4), 0) == magic;
  }

  /** What stands behind such frames. */
  static Bytes behind(Bytes bytes) throws IOException {
    long at = 0;
    byte[] frame = bytes.copy(at, HEAD);
    while (frame.length == HEAD && (number(frame, 0) & ~0xF) == MAGIC) {
      at += HEAD + (number(frame, 4) & 0xFFFF_FFFFL);
      frame = bytes.copy(at, HEAD);
    }
    return bytes.slice(at, Long.MAX_VALUE);
  }

  private static int number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }
}
