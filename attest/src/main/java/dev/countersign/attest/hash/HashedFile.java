package dev.countersign.attest.hash;

import java.util.List;

/**
 * A file and the digests of its ranges, which cover it without gap or overlap.
 *
 * @param name as it was given
 * @param bytes its length
 * @param ranges in order; exactly one without shards; none for an empty file with shards
 */
public record HashedFile(String name, long bytes, List<FileRange> ranges) {
  public HashedFile {
    ranges = List.copyOf(ranges);
  }

  /**
   * The digest of the whole file.
   *
   * @throws IllegalStateException if it was hashed in shards and has not exactly one
   */
  public String digest() {
    if (ranges.size() != 1) {
      throw new IllegalStateException(name + " was hashed in " + ranges.size() + " shards");
    }
    return ranges.get(0).digest();
  }
}
