package dev.countersign.cli.ask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads what a person types, line by line, and no more of a line than anybody types. */
final class InputLines {
  private static final int LONGEST = 4096;

  private final InputStream in;
  private final Charset charset;

  InputLines(InputStream in, Charset charset) {
    this.in = in;
    this.charset = charset;
  }

  /** The next line without its end; empty at the end of the input. */
  Optional<String> next() {
    try {
      return read();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private Optional<String> read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    boolean any = next >= 0;
    while (next >= 0 && next != '\n') {
      if (line.size() < LONGEST) {
        line.write(next);
      }
      next = in.read();
    }
    return any ? Optional.of(line.toString(charset).strip()) : Optional.empty();
  }
}
