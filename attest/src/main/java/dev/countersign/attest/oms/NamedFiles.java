package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileToHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds files of a model by their names. */
final class NamedFiles {
  private final Path root;
  private final Symlinks links;
  private final Set<Path> plain = new HashSet<>();

  /** Looks below a real path. */
  NamedFiles(Path root, Symlinks links) {
    this.root = root;
    this.links = links;
  }

  List<FileToHash> find(List<String> names) throws IOException, UnfitModel {
    List<FileToHash> files = new ArrayList<>();
    for (String name : names) {
      Path path = path(name);
      if (Files.exists(path)) {
        files.add(file(name, path));
      }
    }
    return files;
  }

  private Path path(String name) throws UnfitModel {
    try {
      return root.resolve(name);
    } catch (InvalidPathException e) {
      throw new UnfitModel(
          List.of(name + " cannot be a file's name in this locale. Set LC_ALL=C.UTF-8."));
    }
  }

  private FileToHash file(String name, Path path) throws IOException, UnfitModel {
    requirePlain(name, path);
    Path real = path.toRealPath();
    BasicFileAttributes seen = Files.readAttributes(real, BasicFileAttributes.class);
    if (!seen.isRegularFile()) {
      throw new UnfitModel(List.of(name + " is no plain file."));
    }
    if (links == Symlinks.INSIDE && !real.startsWith(root)) {
      throw new UnfitModel(List.of(name + " is a symbolic link out of the model."));
    }
    return new FileToHash(name, real, seen.size());
  }

  /** Looks at every part of the path, each folder once. */
  private void requirePlain(String name, Path path) throws UnfitModel {
    if (links.followed()) {
      return;
    }
    Path part = root;
    for (Path step : root.relativize(path)) {
      part = part.resolve(step);
      if (plain.add(part) && Files.isSymbolicLink(part)) {
        throw new UnfitModel(List.of(ModelWalk.link(name)));
      }
    }
  }
}
