package dev.countersign.benchmarks.watch;

import dev.countersign.runner.calibrate.EventLog;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A file of the inference log; every line has to be an event. */
record LogFile(Path file) implements EventLog {
  private static final int CHUNK = 1 << 22;

  @Override
  public void forEach(Consumer<Event> each) throws IOException {
    EventParser parser = new EventParser(() -> Long.MAX_VALUE);
    byte[] buffer = new byte[CHUNK];
    int held = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer, held, buffer.length - held);
          read > 0;
          read = in.read(buffer, held, buffer.length - held)) {
        held = lines(parser, buffer, held + read, each);
        if (held == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * held);
        }
      }
    }
  }

  /** Gives the whole lines, and moves what is left to the beginning. */
  private int lines(EventParser parser, byte[] buffer, int length, Consumer<Event> each)
      throws IOException {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        each.accept(event(parser, buffer, from, i));
        from = i + 1;
      }
    }
    System.arraycopy(buffer, from, buffer, 0, length - from);
    return length - from;
  }

  private Event event(EventParser parser, byte[] buffer, int from, int to) throws IOException {
    return switch (parser.parse(buffer, from, to, () -> "")) {
      case Parsed.Read read -> read.event();
      case Parsed.Refused refused ->
          throw new IOException(file + " has a line that is no event: " + refused);
    };
  }
}
