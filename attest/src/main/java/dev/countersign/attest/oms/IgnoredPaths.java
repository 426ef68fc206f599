package dev.countersign.attest.oms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Paths of a model that stay out of its manifest, with everything below them. */
final class IgnoredPaths {
  /** What section 6.2 leaves out always; at the top of the model only. */
  static final List<String> USUAL = List.of(".git", ".gitignore", ".gitattributes", ".github");

  private final Set<String> paths;

  private IgnoredPaths(Collection<String> paths) {
    this.paths = new LinkedHashSet<>(paths);
  }

  static IgnoredPaths usual() {
    return new IgnoredPaths(USUAL);
  }

  IgnoredPaths and(Collection<String> more) {
    List<String> all = new ArrayList<>(paths);
    all.addAll(more);
    return new IgnoredPaths(all);
  }

  /** The same and that file, if it is in the model. */
  IgnoredPaths andFile(Path model, Path file) throws IOException {
    Path root = model.toRealPath();
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path name = file.getFileName();
    if (folder == null || name == null || !folder.toFile().isDirectory()) {
      return this;
    }
    Path real = folder.toRealPath().resolve(name.toString());
    return real.startsWith(root) && !real.equals(root)
        ? and(List.of(slashed(root.relativize(real))))
        : this;
  }

  /** Whether exactly this path is left out; what is below it is then never reached. */
  boolean holds(String path) {
    return paths.contains(path);
  }

  /** Whether this path or a folder above it is left out. */
  boolean covers(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (paths.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  List<String> list() {
    return List.copyOf(paths);
  }

  static String slashed(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
