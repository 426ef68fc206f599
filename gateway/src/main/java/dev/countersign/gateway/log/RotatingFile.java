package dev.countersign.gateway.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of lines that begins anew when it is large: {@code log.jsonl} becomes {@code log.jsonl.1},
 * that {@code log.jsonl.2}, and so on. For one thread.
 */
final class RotatingFile implements LogSink {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path path;
  private final long most;
  private final int keep;
  private OutputStream out;
  private long bytes;

  /**
   * Goes on with a file, or begins it.
   *
   * @param most bytes of it
   * @param keep how many old files stay
   */
  RotatingFile(Path path, long most, int keep) throws IOException {
    this.path = path;
    this.most = most;
    this.keep = keep;
    this.bytes = Files.exists(path) ? Files.size(path) : 0;
    this.out = open(path);
  }

  private static OutputStream open(Path path) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
  }

  @Override
  public void write(InferenceEvent event, ObjectNode line) throws IOException {
    byte[] json = JSON.writeValueAsBytes(line);
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

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
