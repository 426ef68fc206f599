package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file that evidence names, found without leaving the repository. The file that names it may be
 * hostile, so neither {@code ..} nor an absolute path nor a symbolic link leads outside.
 */
sealed interface RepositoryFile {
  /** The file is there and inside. */
  record Found(Path path) implements RepositoryFile {}

  /** Why it may not be read, a phrase that follows the file's name. */
  record Refused(String why) implements RepositoryFile {}

  /** Looks for the file that a model names by a relative path. */
  static RepositoryFile find(String name, Context context) {
    try {
      return inside(context.folder().toAbsolutePath().resolve(name).normalize(), name, context);
    } catch (InvalidPathException e) {
      return new Refused("is not a path");
    } catch (IOException e) {
      return new Refused("cannot be read");
    }
  }

  /** The file's name as the user would type it. */
  static String shown(String name, Place namedAt) {
    try {
      return Path.of(namedAt.file()).resolveSibling(name).normalize().toString();
    } catch (InvalidPathException e) {
      return name;
    }
  }

  /** The path from the root of the repository, with slashes: the same wherever one stands. */
  static String inRepository(String name, Context context) {
    Path root = context.repository().toAbsolutePath().normalize();
    Path path = context.folder().toAbsolutePath().resolve(name).normalize();
    return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  private static RepositoryFile inside(Path path, String name, Context context) throws IOException {
    if (name.isBlank() || Path.of(name).isAbsolute()) {
      return new Refused("is not a path relative to the file that names it");
    }
    if (!path.startsWith(context.repository().toAbsolutePath().normalize())) {
      return new Refused("lies outside the repository");
    }
    if (!Files.exists(path)) {
      return new Refused("does not exist");
    }
    // Links are followed only now, and only to see where they end.
    Path real = path.toRealPath();
    if (!real.startsWith(context.repository().toRealPath())) {
      return new Refused("leads outside the repository by a symbolic link");
    }
    return Files.isRegularFile(real) ? new Found(real) : new Refused("is not a regular file");
  }
}
