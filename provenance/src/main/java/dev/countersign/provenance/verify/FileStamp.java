package dev.countersign.provenance.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a POSIX file system knows of a file without its bytes.
 *
 * @param device the number of the device
 * @param inode the number of the file on it
 * @param bytes its size
 * @param modified when its bytes changed, in ns since 1970
 * @param changed when anything of it changed, in ns since 1970; no program can set it
 */
record FileStamp(long device, long inode, long bytes, long modified, long changed) {
  private static final String ATTRIBUTES = "unix:dev,ino,size,lastModifiedTime,ctime";

  /** The stamp of a file that is no link; empty where the file system does not tell all of it. */
  static Optional<FileStamp> of(Path file) {
    try {
      Map<String, Object> found = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      return found.get("dev") instanceof Long device
              && found.get("ino") instanceof Long inode
              && found.get("size") instanceof Long bytes
              && found.get("lastModifiedTime") instanceof FileTime modified
              && found.get("ctime") instanceof FileTime changed
          ? Optional.of(
              new FileStamp(
                  device,
                  inode,
                  bytes,
                  modified.to(TimeUnit.NANOSECONDS),
                  changed.to(TimeUnit.NANOSECONDS)))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  static long nanos(Instant instant) {
    return FileTime.from(instant).to(TimeUnit.NANOSECONDS);
  }
}
