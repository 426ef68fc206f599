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

  /** A file by the way to it from another that the user named: reports name no home folders. */
  static Path from(Path named, Path file) {
    Path folder = named.normalize().getParent();
    Path whole = named.toAbsolutePath().normalize().getParent();
    if (named.isAbsolute() || whole == null) {
      return file;
    }
    Path way = whole.relativize(file.toAbsolutePath().normalize());
    return (folder == null ? way : folder.resolve(way)).normalize();
  }
}
