package dev.countersign.discover;

import dev.countersign.discover.tree.Source;

/**
 * Finds one sort of thing in one family of files. Found by {@link java.util.ServiceLoader}: a new
 * one is a class and a line in {@code META-INF/services}.
 *
 * <p>A detector only reads. Whatever a file holds, it gives findings or none and throws nothing;
 * its time is linear in the size of the file.
 */
public interface Detector {
  /** Whether it looks into files of this name and place. */
  boolean wants(Source source);

  /** Looks into a file. */
  void detect(Source source, Findings findings);
}
