package dev.countersign.provenance;

import java.util.List;
import java.util.OptionalLong;

/** What was seen in a file that is a table. It describes; the digest is what identifies. */
public sealed interface Table {
  /** The format that the file's name promises. */
  TableFormat format();

  /** The rows, if they were counted to the end. */
  default OptionalLong countedRows() {
    return this instanceof Read read ? OptionalLong.of(read.rows()) : OptionalLong.empty();
  }

  /**
   * A file that was read to its end, or of Parquet its footer.
   *
   * @param rows without the header
   * @param columns in the file's order
   * @param notes what a reader should know, a sentence each: what was bounded, what looked odd
   */
  record Read(TableFormat format, long rows, List<Column> columns, List<String> notes)
      implements Table {
    /**
     * @throws IllegalArgumentException if rows are negative
     */
    public Read {
      if (rows < 0) {
        throw new IllegalArgumentException("a table has " + rows + " rows");
      }
      columns = List.copyOf(columns);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A file whose rows could not be counted.
   *
   * @param why one sentence
   */
  record Unreadable(TableFormat format, String why) implements Table {}
}
