package dev.countersign.provenance.follow;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.pointer.Claim;
import java.nio.file.Path;
import java.util.Optional;

/** What is on this machine of a file of a dataset. */
public sealed interface Found {
  /** Its name in the manifest. */
  String name();

  /** The file itself. */
  record Data(Entry entry) implements Found {
    @Override
    public String name() {
      return entry.name();
    }
  }

  /**
   * Data that a pointer led to, and that was read.
   *
   * @param bytes where it was read from: checked out, or in the cache of the pointer's tool
   * @param broken how it differs from what the pointer says, a clause that follows its name
   */
  record Behind(Entry entry, Claim claim, Path bytes, Optional<String> broken) implements Found {
    @Override
    public String name() {
      return entry.name();
    }
  }

  /**
   * Only a pointer, which says all that a manifest would.
   *
   * @param entry by the word of the pointer; nobody has read the bytes
   */
  record Claimed(Entry entry, Claim claim) implements Found {
    @Override
    public String name() {
      return entry.name();
    }
  }

  /** Only a pointer, which does not say enough. The name can be that of a folder. */
  record Absent(String name, Claim claim) implements Found {}
}
