package dev.countersign.runner.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A stream of lines, for example standard input. It cannot be gone back in: an earlier run's part
 * of it is not known again.
 */
public final class StreamSource implements LogSource {
  private final String name;
  private final LineReader lines;

  /** Over a stream, which is not closed. */
  public StreamSource(String name, InputStream in) {
    this.name = name;
    this.lines = new LineReader(in, 0);
  }

  @Override
  public Took next(Block into) throws IOException {
    if (lines.ended()) {
      return Took.ENDED;
    }
    long before = lines.offset();
    into.begin(name);
    lines.next(into);
    if (lines.ended()) {
      lines.last(into);
    }
    into.mark(new Mark(name, name, lines.offset(), 0, 0, false), lines.offset() - before);
    return Took.READ;
  }

  @Override
  public void resume(List<Mark> marks) {
    // What was read is gone, and what comes is new.
  }

  @Override
  public long unreadable() {
    return 0;
  }

  @Override
  public void close() {
    // The stream belongs to who gave it.
  }
}
