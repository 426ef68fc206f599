package dev.countersign.inspect.engine;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Siblings;
import dev.countersign.inspect.bytes.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files below a folder. A symbolic link is not followed.
 *
 * @param root the folder that nothing leaves
 */
public record FolderSiblings(Path root) implements Siblings {
  @Override
  public Optional<Artefact> beside(String of, String path) throws IOException {
    Optional<Path> file = inside(of, path);
    if (file.isEmpty() || !Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    String name = root.normalize().relativize(file.get()).toString().replace('\\', '/');
    try (FileBytes bytes = FileBytes.open(file.get())) {
      return Optional.of(new Artefact(name, LaterBytes.of(file.get(), bytes), this));
    }
  }

  private Optional<Path> inside(String of, String path) {
    try {
      Path base = root.normalize();
      Path file = base.resolve(of).resolveSibling(path).normalize();
      return file.startsWith(base) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }
}
