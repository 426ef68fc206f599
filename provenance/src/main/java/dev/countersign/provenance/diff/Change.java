package dev.countersign.provenance.diff;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Table;
import java.util.OptionalLong;

/** What became of one file. */
public sealed interface Change {
  /** The name that the file has now or, where it is gone, had. */
  String name();

  /** By how many rows there are more (or fewer, below 0), if they were counted on both sides. */
  OptionalLong rows();

  /** A file that was not there. */
  record Added(Entry entry) implements Change {
    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public OptionalLong rows() {
      return Change.rows(entry);
    }
  }

  /** A file that is no longer there. */
  record Removed(Entry entry) implements Change {
    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public OptionalLong rows() {
      OptionalLong rows = Change.rows(entry);
      return rows.isPresent() ? OptionalLong.of(-rows.getAsLong()) : rows;
    }
  }

  /** A file whose bytes are others. */
  record Changed(Entry before, Entry after) implements Change {
    @Override
    public String name() {
      return after.name();
    }

    @Override
    public OptionalLong rows() {
      OptionalLong from = Change.rows(before);
      OptionalLong to = Change.rows(after);
      return from.isPresent() && to.isPresent()
          ? OptionalLong.of(to.getAsLong() - from.getAsLong())
          : OptionalLong.empty();
    }
  }

  /** A file with the same bytes under another name. */
  record Moved(Entry before, Entry after) implements Change {
    @Override
    public String name() {
      return after.name();
    }

    @Override
    public OptionalLong rows() {
      return OptionalLong.of(0);
    }
  }

  private static OptionalLong rows(Entry entry) {
    return entry.table().map(Table::countedRows).orElse(OptionalLong.empty());
  }
}
