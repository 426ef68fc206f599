package dev.countersign.cli.revision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.ignore.IgnoreNode.MatchResult;

/**
 * The files of a git repository that are worked on.
 *
 * @param root its top folder
 */
public record WorkTree(Path root) {
  /** The work tree in which a file is or would be. */
  public static Optional<WorkTree> around(Path file) {
    for (Path at = real(file).getParent(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(new WorkTree(at));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether git passes the file over, by the files {@code .gitignore} and {@code
   * .git/info/exclude}. What the user's own configuration ignores does not count: others who clone
   * do not have it.
   */
  public boolean ignores(Path file) {
    Path path = root.relativize(real(file));
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(root, rules(root.resolve(".git/info/exclude"))));
    Path folder = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      levels.add(new Level(folder, rules(folder.resolve(".gitignore"))));
      Path entry = folder.resolve(path.getName(i));
      if (ignored(levels, entry, i < path.getNameCount() - 1)) {
        return true;
      }
      folder = entry;
    }
    return false;
  }

  /** The deepest rule that says anything decides (gitignore(5)). */
  private static boolean ignored(List<Level> levels, Path entry, boolean folder) {
    for (Level level : levels.reversed()) {
      String name = level.folder().relativize(entry).toString().replace('\\', '/');
      MatchResult said = level.rules().isIgnored(name, folder);
      if (said != MatchResult.CHECK_PARENT) {
        return said == MatchResult.IGNORED;
      }
    }
    return false;
  }

  private static IgnoreNode rules(Path file) {
    IgnoreNode rules = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file)) {
      rules.parse(in);
    } catch (IOException none) {
      return new IgnoreNode();
    }
    return rules;
  }

  /** Through links, as far as the folders exist. */
  private static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path existing = absolute.getParent();
    while (existing != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    try {
      return existing == null
          ? absolute
          : existing.toRealPath().resolve(existing.relativize(absolute));
    } catch (IOException gone) {
      return absolute;
    }
  }

  private record Level(Path folder, IgnoreNode rules) {}
}
