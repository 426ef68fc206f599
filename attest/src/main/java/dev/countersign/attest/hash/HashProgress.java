package dev.countersign.attest.hash;

/** Is told how hashing goes. */
@FunctionalInterface
public interface HashProgress {
  /** Tells nobody. */
  HashProgress SILENT = bytes -> {};

  /**
   * So many further bytes are done. Called by several threads at once, for each file and for each
   * few megabytes, and has to return at once.
   */
  void hashed(long bytes);

  /** So many bytes will be done; called once, before the first. */
  default void expecting(long bytes) {}
}
