package dev.countersign.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user's folder for what can be made again: {@code XDG_CACHE_HOME}, otherwise {@code ~/.cache},
 * each with {@code countersign} below it.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * A folder in it, which need not be there.
   *
   * @return empty where the environment names no absolute path
   */
  public static Optional<Path> of(String name, Console console) {
    try {
      return console
          .variable("XDG_CACHE_HOME")
          .or(() -> console.variable("HOME").map(home -> home + "/.cache"))
          .map(Path::of)
          .filter(Path::isAbsolute)
          .map(folder -> folder.resolve("countersign").resolve(name));
    } catch (InvalidPathException noFolder) {
      return Optional.empty();
    }
  }
}
