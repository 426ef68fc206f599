package dev.countersign.model;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a threat model may refer into: files outside of it are never read. */
public final class Repository {
  private Repository() {}

  /**
   * The nearest folder with {@code .git}, from this one upwards. Where there is none, as in an
   * unpacked archive: the working folder if this one is below it, else this one.
   *
   * @param folder an existing folder
   */
  public static Path rootOf(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    Path working = Path.of("").toAbsolutePath().normalize();
    return start.startsWith(working) ? working : start;
  }
}
