package dev.countersign.discover.tree;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells a version of a file from another without reading it.
 *
 * @param size in bytes
 * @param modified when it was last changed, in nanoseconds since 1970
 * @param inode its number in its file system; 0 where there is none
 */
public record Stamp(long size, long modified, long inode) {
  private static final String INODE = "ino=";

  /** The stamp of a file with these attributes. */
  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        inode(String.valueOf(attributes.fileKey())));
  }

  /** The key of a file is {@code (dev=10302,ino=1234)} on Unix and missing elsewhere. */
  private static long inode(String key) {
    int start = key.indexOf(INODE);
    long number = 0;
    for (int i = start + INODE.length(); start >= 0 && i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
