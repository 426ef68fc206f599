package dev.countersign.runner.source;

import java.io.Closeable;
import java.io.IOException;

/** What is read of a file, line by line, from some place in it on. */
interface Lines extends Closeable {
  /**
   * Puts next lines into a block that is empty: some, or all that are there when the file ends.
   *
   * @throws IOException if it cannot be read on
   */
  void next(Block block) throws IOException;

  /** Whether the file has ended: what is left is {@link #last}. */
  boolean ended();

  /** Puts what the file ended with, without an end of line, into a block as a line. */
  void last(Block block);

  /** Where the first line begins that was not given away, in bytes; of Parquet the row. */
  long offset();
}
