package dev.countersign.cli.revision;

import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of one revision, by paths from the root of the repository with {@code /} between their
 * parts. Names in a tree are hostile: one that could lead out of a folder is not there.
 */
final class TreeFiles {
  /** How many symbolic links one path may lead through. */
  private static final int MOST_LINKS = 16;

  /** The longest target of a symbolic link. */
  private static final int LONGEST_TARGET = 4096;

  private final Repository git;
  private final Revision revision;
  private final ObjectId root;

  TreeFiles(Repository git, Revision revision) {
    this.git = git;
    this.revision = revision;
    try (RevWalk walk = new RevWalk(git)) {
      root = walk.parseCommit(ObjectId.fromString(revision.commit())).getTree().getId();
    } catch (IOException unreadable) {
      throw damaged();
    }
  }

  /** What stands under a path. */
  record Entry(String path, FileMode mode, ObjectId id) {
    boolean folder() {
      return mode.equals(FileMode.TREE);
    }

    boolean file() {
      return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    boolean link() {
      return mode.equals(FileMode.SYMLINK);
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  Revision revision() {
    return revision;
  }

  /** The root of the repository. */
  Entry root() {
    return new Entry("", FileMode.TREE, root);
  }

  /** What a folder holds, in the order of its tree, up to a number of entries. */
  List<Entry> list(Entry folder, int most) {
    List<Entry> entries = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(folder.id());
      while (entries.size() < most && walk.next()) {
        String name = walk.getNameString();
        if (harmless(name)) {
          String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
          entries.add(new Entry(path, walk.getFileMode(0), walk.getObjectId(0)));
        }
      }
      return entries;
    } catch (IOException unreadable) {
      throw damaged();
    }
  }

  /**
   * What a path leads to, symbolic links followed as long as they stay in the repository.
   *
   * @param path relative to the root; {@code .} and {@code ..} are resolved as a file system would
   * @return a file or folder; empty where there is none, or where it leads out of the repository
   */
  Optional<Entry> find(String path) {
    Deque<String> rest = new ArrayDeque<>(parts(path));
    Deque<Entry> way = new ArrayDeque<>();
    way.push(root());
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.pop();
      if (part.equals("..")) {
        way.pop();
        if (way.isEmpty()) {
          return Optional.empty();
        }
      } else {
        Optional<Entry> next = child(way.peek(), part);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        if (!next.get().link()) {
          way.push(next.get());
        } else if (++links > MOST_LINKS || !follow(next.get(), rest)) {
          return Optional.empty();
        }
      }
    }
    return Optional.ofNullable(way.peek()).filter(entry -> entry.file() || entry.folder());
  }

  private boolean follow(Entry link, Deque<String> rest) {
    Optional<String> target = bytes(link, LONGEST_TARGET).map(TreeFiles::utf8);
    if (target.isEmpty() || target.get().startsWith("/") || target.get().indexOf('\0') >= 0) {
      return false;
    }
    List<String> parts = parts(target.get());
    parts.reversed().forEach(rest::push);
    return true;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Optional<Entry> child(Entry folder, String name) {
    if (!folder.folder() || !harmless(name)) {
      return Optional.empty();
    }
    try (TreeWalk walk = TreeWalk.forPath(git, name, folder.id())) {
      return walk == null
          ? Optional.empty()
          : Optional.of(
              new Entry(
                  folder.path().isEmpty() ? name : folder.path() + "/" + name,
                  walk.getFileMode(0),
                  walk.getObjectId(0)));
    } catch (IOException unreadable) {
      throw damaged();
    }
  }

  /** The bytes of a file, or empty if there are more than that. */
  Optional<byte[]> bytes(Entry file, long most) {
    try {
      ObjectLoader object = git.open(file.id());
      return object.getSize() > most
          ? Optional.empty()
          : Optional.of(object.getCachedBytes((int) Math.min(most, Integer.MAX_VALUE - 16)));
    } catch (IOException unreadable) {
      throw damaged();
    }
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }

  private static boolean harmless(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && !name.equalsIgnoreCase(".git")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf('\0') < 0;
  }

  private Refused damaged() {
    return new Refused(
        "the files of "
            + revision.name()
            + " cannot be read: an object is missing or damaged. A clone that left objects out has"
            + " to fetch them first: git checkout "
            + revision.brief()
            + " does.");
  }
}
