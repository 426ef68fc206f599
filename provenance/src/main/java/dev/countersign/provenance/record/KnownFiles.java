package dev.countersign.provenance.record;

import dev.countersign.provenance.Entry;
import java.nio.file.Path;
import java.util.Optional;

/** Says which files need not be read, since what is in them is known. */
@FunctionalInterface
public interface KnownFiles {
  /** Knows none. */
  KnownFiles NONE = (name, file) -> Optional.empty();

  /**
   * What is known of a file, which is then not read. Called by several threads at once.
   *
   * @param name as in the manifest
   */
  Optional<Entry> unchanged(String name, Path file);

  /** Is told what was found, by way of this or by reading, once all of it was. */
  default void keep(Recording recording) {}
}
