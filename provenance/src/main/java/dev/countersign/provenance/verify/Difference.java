package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;

/** How a file stands to what was recorded of it. */
public sealed interface Difference {
  /** The file's name in the manifest. */
  String name();

  /** Whether what was recorded is still there. */
  default boolean isGrowth() {
    return this instanceof Added || this instanceof Appended;
  }

  /** It was not recorded. */
  record Added(Entry found) implements Difference {
    @Override
    public String name() {
      return found.name();
    }
  }

  /** It begins with the bytes that were recorded, which were read again, and is longer. */
  record Appended(Entry expected, Entry found) implements Difference {
    @Override
    public String name() {
      return found.name();
    }
  }

  /** It is not there. */
  record Removed(Entry expected) implements Difference {
    @Override
    public String name() {
      return expected.name();
    }
  }

  /** It has other bytes. */
  record Changed(Entry expected, Entry found) implements Difference {
    @Override
    public String name() {
      return expected.name();
    }
  }
}
