package dev.countersign.attest.oms;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.countersign.attest.hash.FileToHash;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Walks the folder of a model. Everything that no manifest can name is a problem. */
final class ModelWalk {
  private static final int DEEPEST = 100;
  private static final int MOST_ENTRIES = 1_000_000;
  private static final int MOST_PROBLEMS = 20;

  private final Path root;
  private final IgnoredPaths ignored;
  private final Symlinks links;
  private final int most;
  private final List<FileToHash> files = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int seenSoFar;

  /** Walks from a real path. */
  ModelWalk(Path root, IgnoredPaths ignored, Symlinks links) {
    this(root, ignored, links, MOST_ENTRIES);
  }

  /**
   * The same.
   *
   * @param most files and folders are looked at; a few links among folders can stand for more than
   *     any machine can walk
   */
  ModelWalk(Path root, IgnoredPaths ignored, Symlinks links, int most) {
    this.most = most;
    this.root = root;
    this.ignored = ignored;
    this.links = links;
  }

  void go() throws IOException, UnfitModel {
    try {
      folder(root, "", 0);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    if (!problems.isEmpty()) {
      throw new UnfitModel(problems);
    }
  }

  List<FileToHash> files() {
    return files;
  }

  List<String> passedOver() {
    return passedOver;
  }

  static String link(String name) {
    return name + " is a symbolic link. Replace it by what it points to, or allow links.";
  }

  /** Looks through a folder whose path is real. */
  private void folder(Path folder, String prefix, int depth) throws IOException {
    if (depth > DEEPEST) {
      problem(prefix + " lies deeper than " + DEEPEST + " folders.");
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (problems.size() >= MOST_PROBLEMS || seenSoFar > most) {
          return;
        }
        entry(folder, entry, prefix, depth);
      }
    }
  }

  private void entry(Path folder, Path entry, String prefix, int depth) throws IOException {
    Path last = entry.getFileName();
    String name = prefix + last;
    if (ignored.holds(name)) {
      passedOver.add(name);
    } else if (!isReadable(last)) {
      problem(
          name
              + " has a name that is not valid UTF-8, or the locale cannot show it. Rename it, or"
              + " set LC_ALL=C.UTF-8.");
    } else {
      BasicFileAttributes seen =
          Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS);
      if (seen.isSymbolicLink()) {
        follow(folder, entry, name, depth);
      } else {
        add(entry, name, seen, depth);
      }
    }
  }

  /** Whether the name survives being a text. */
  private static boolean isReadable(Path name) {
    try {
      return name.equals(name.getFileSystem().getPath(name.toString()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void follow(Path folder, Path entry, String name, int depth) throws IOException {
    if (!links.followed()) {
      problem(link(name));
      return;
    }
    if (!Files.exists(entry)) {
      problem(name + " is a symbolic link that leads nowhere or in a circle. Delete it.");
      return;
    }
    Path real = entry.toRealPath();
    if (links == Symlinks.INSIDE && !real.startsWith(root)) {
      problem(
          name
              + " is a symbolic link out of the model. Replace it by a copy of what it points to.");
    } else if (folder.startsWith(real)) {
      problem(name + " is a symbolic link to a folder that it lies in: a circle. Delete it.");
    } else {
      add(real, name, Files.readAttributes(real, BasicFileAttributes.class), depth);
    }
  }

  private void add(Path path, String name, BasicFileAttributes seen, int depth) throws IOException {
    if (++seenSoFar > most) {
      problem("there are more than " + most + " files and folders. Pack them, or sign a part.");
    } else if (seen.isDirectory()) {
      folder(path, name + "/", depth + 1);
    } else if (!seen.isRegularFile()) {
      problem(name + " is a special file (a pipe, a socket or a device). Remove it.");
    } else if (BundleFile.isDraft(name)) {
      problem(name + " is a draft that a signer left behind when it was stopped. Delete it.");
    } else {
      files.add(new FileToHash(name, path, seen.size()));
    }
  }

  private void problem(String sentence) {
    problems.add(sentence);
  }
}
