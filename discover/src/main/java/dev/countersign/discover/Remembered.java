package dev.countersign.discover;

import dev.countersign.discover.tree.Source;
import java.util.Map;
import java.util.Optional;

/** What is remembered of files that have been looked into before. */
public interface Remembered {
  /** Nothing is. */
  Remembered NOTHING =
      new Remembered() {
        @Override
        public Optional<Seen> of(Source source) {
          return Optional.empty();
        }

        @Override
        public void keep(Map<Source, Seen> seen) {}
      };

  /** What was seen in this file, if it has not changed since. Asked by several threads at once. */
  Optional<Seen> of(Source source);

  /**
   * Keeps what was seen in all files of a tree, for the next time. What cannot be kept is looked
   * into again.
   */
  void keep(Map<Source, Seen> seen);
}
