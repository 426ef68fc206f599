package dev.countersign.cli.check;

import java.nio.file.Path;

/** Paths as a user would type them. */
final class Paths {
  private Paths() {}

  /** Relative to the working folder where it is below it, absolute otherwise. */
  static Path asTyped(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    return whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : path;
  }
}
