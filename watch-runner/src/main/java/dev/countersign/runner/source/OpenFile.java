package dev.countersign.runner.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a log that is read now. */
final class OpenFile implements Closeable {
  private final Path path;
  private final String family;
  private final LogFile file;
  private final Marks marks;
  private final String key;
  private final boolean waitsForMore;
  private final Lines lines;
  private long position;
  private boolean finished;

  private OpenFile(
      Family part, LogFile file, Marks marks, Optional<Mark> known, boolean waitsForMore)
      throws IOException {
    this.path = part.file();
    this.family = part.path();
    this.file = file;
    this.marks = marks;
    this.key = known.map(Mark::key).orElseGet(() -> marks.newKey(part.path()));
    this.waitsForMore = waitsForMore;
    long offset = known.map(Mark::offset).orElse(0L);
    this.lines = file.lines(path, offset);
    this.position = file.position(false);
  }

  /**
   * Opens a file behind what was read of it; empty where there is nothing behind that.
   *
   * @param follow whether a line without an end waits for its end
   * @throws IOException if it cannot be read up to there
   */
  static Optional<OpenFile> open(Family part, Marks marks, boolean follow) throws IOException {
    LogFile file = LogFile.open(part.file());
    try {
      Optional<Mark> known = marks.find(part.path(), file);
      if (file.headLength() == 0 || (known.isPresent() && isRead(file, known.get()))) {
        file.close();
        return Optional.empty();
      }
      boolean waits = follow && file.canGrow() && part.number() == 0;
      return Optional.of(new OpenFile(part, file, marks, known, waits));
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static boolean isRead(LogFile file, Mark mark) throws IOException {
    return mark.done() || (file.canGrow() && file.size() <= mark.offset());
  }

  Path path() {
    return path;
  }

  /**
   * Puts next lines into a block; false at the end of the file.
   *
   * @throws IOException if it cannot be read on
   */
  boolean next(Block into) throws IOException {
    if (finished) {
      return false;
    }
    into.begin(path.toString());
    lines.next(into);
    if (lines.ended()) {
      finished = true;
      if (!waitsForMore) {
        lines.last(into);
      }
    }
    into.mark(mark(), read());
    return true;
  }

  private Mark mark() {
    int length = file.headLength();
    boolean done = finished && !file.canGrow();
    Mark mark = new Mark(key, family, lines.offset(), length, file.headHash(length), done);
    marks.put(mark);
    return mark;
  }

  private long read() throws IOException {
    long before = position;
    position = file.position(finished);
    return position - before;
  }

  @Override
  public void close() {
    try {
      lines.close();
      file.close();
    } catch (IOException unimportant) {
      // It was only read.
    }
  }
}
