package dev.countersign.cli.model;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Paths that a user gives about a model. */
public final class ModelPath {
  private ModelPath() {}

  /**
   * The model, if it is there.
   *
   * @throws Refused if it is not
   */
  public static Path existing(Path model) {
    if (!Files.exists(model)) {
      throw new Refused(model + " does not exist. Name a model: a file or a folder.");
    }
    return model;
  }

  /**
   * Paths relative to the model, as signatures record them.
   *
   * @param paths relative to the model, or absolute and in it
   * @throws Refused if one lies elsewhere
   */
  public static List<String> inside(Path model, List<Path> paths) {
    return Files.isDirectory(model)
        ? paths.stream().map(p -> inside(model, p)).toList()
        : List.of();
  }

  private static String inside(Path model, Path path) {
    Path root = real(model);
    Path whole = path.isAbsolute() ? path.normalize() : root.resolve(path).normalize();
    Path asGiven = model.toAbsolutePath().normalize();
    Path relative = whole.startsWith(root) ? root.relativize(whole) : asGiven.relativize(whole);
    String name = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    if (name.isEmpty() || name.startsWith("..")) {
      throw new Refused(
          "--ignore " + path + " does not lie in " + model + ". Name a path in the model.");
    }
    return name;
  }

  private static Path real(Path model) {
    try {
      return model.toRealPath();
    } catch (IOException failed) {
      throw new Refused(model + " cannot be read (" + Failure.why(failed) + ").");
    }
  }
}
