package dev.countersign.gateway.log;

import dev.countersign.gateway.config.LogConfig;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that begins anew when it is large: {@code log.jsonl} becomes {@code log.jsonl.1},
 * that {@code log.jsonl.2}, and so on. For one thread.
 */
final class RotatingFile implements AutoCloseable {
  private final Path path;
  private final long most;
  private final int keep;
  private OutputStream out;
  private long bytes;

  private RotatingFile(LogConfig config) throws IOException {
    this.path = config.file();
    this.most = config.rotate();
    this.keep = config.keep();
    this.bytes = Files.exists(path) ? Files.size(path) : 0;
    this.out = open(path);
  }

  static RotatingFile open(LogConfig config) throws IOException {
    return new RotatingFile(config);
  }

  private static OutputStream open(Path path) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
  }

  void line(byte[] json) throws IOException {
    if (bytes > 0 && bytes + json.length + 1 > most) {
      rotate();
    }
    out.write(json);
    out.write('\n');
    bytes += json.length + 1;
  }

  private void rotate() throws IOException {
    out.close();
    for (int i = keep - 1; i >= 1; i--) {
      if (Files.exists(old(i))) {
        Files.move(old(i), old(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (keep > 0) {
      Files.move(path, old(1), StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(path);
    }
    out = open(path);
    bytes = 0;
  }

  private Path old(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
