package dev.countersign.runner.source;

import java.io.IOException;
import java.util.List;

/**
 * A log, read from its beginning to its end or as it grows. One thread at a time reads it.
 *
 * <p>What can be read is read: a part that cannot is reported and left out.
 */
public interface LogSource extends AutoCloseable {
  /** What became of an attempt to read. */
  enum Took {
    /** There are lines in the block, or a mark. */
    READ,
    /** Nothing new for now; there was a short wait. */
    NOTHING_NEW,
    /** There is no more. */
    ENDED
  }

  /**
   * Reads next lines into a block.
   *
   * @throws IOException if the log cannot be read at all
   */
  Took next(Block into) throws IOException;

  /** Goes on behind what an earlier run had read. */
  void resume(List<Mark> marks);

  /** How many parts could not be read. */
  long unreadable();

  @Override
  void close() throws IOException;
}
