package dev.countersign.inspect.scan;

import java.nio.file.Path;

/**
 * A file that is to be looked into.
 *
 * @param path relative to the folder that is scanned
 * @param size in bytes when the folder was read
 */
record ArtefactFile(Path path, long size) implements Comparable<ArtefactFile> {
  @Override
  public int compareTo(ArtefactFile other) {
    return path.compareTo(other.path);
  }
}
