package dev.countersign.inspect.engine;

import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.FileBytes;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes of a file that is opened anew for each reading, so that nobody has to close it. */
record LaterBytes(Path file, long length) implements Bytes {
  static Bytes of(Path file, FileBytes open) throws IOException {
    return open.length() <= FileBytes.SMALL
        ? Bytes.of(open.copy(0, FileBytes.SMALL))
        : new LaterBytes(file, open.length());
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) throws IOException {
    try (FileBytes bytes = FileBytes.open(file)) {
      return bytes.read(at, into, offset, (int) Math.min(count, Math.max(0, length - at)));
    }
  }
}
