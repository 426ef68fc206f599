package dev.countersign.inspect.msgpack;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;

/** Tells bytes that are likely a pickle from numbers that only begin like one. */
final class Pickles {
  private Pickles() {}

  static boolean likely(Bytes bytes, byte[] start) throws IOException {
    if (start.length < 4) {
      return false;
    }
    byte[] last = bytes.copy(bytes.length() - 1, 1);
    boolean stops = last.length == 1 && last[0] == '.';
    boolean protocol = start[0] == (byte) 0x80 && start[1] >= 1 && start[1] <= 5;
    return (protocol && (stops || start[2] == (byte) 0x95))
        || (stops && start[0] == 'c' && start[1] >= 'a' && start[1] <= 'z');
  }
}
