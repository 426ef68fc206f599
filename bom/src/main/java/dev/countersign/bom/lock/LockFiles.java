package dev.countersign.bom.lock;

import dev.countersign.discover.tree.Source;
import dev.countersign.discover.tree.Tree;
import dev.countersign.model.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The libraries of a system: what the lock files fix in its folder and below, or else in the
 * nearest folder above that has any, inside the repository.
 *
 * @param libraries by package URL; the same library of two files stands there once
 * @param files the names of the files that were read, relative to the folder that was asked for
 * @param notes what could not be read, a sentence each
 */
public record LockFiles(List<Library> libraries, List<String> files, List<String> notes) {
  /** Larger lock files are not read: 32 MiB. */
  public static final int MOST_BYTES = 32 << 20;

  private static final List<LockFormat> FORMATS =
      ServiceLoader.load(LockFormat.class, LockFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  public LockFiles {
    libraries = List.copyOf(libraries);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Looks in a folder and below, and if there is nothing in those above it. */
  public static LockFiles of(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    List<Path> found = below(start);
    Path top = Repository.rootOf(start);
    for (Path at = start; found.isEmpty() && !at.equals(top); ) {
      Path parent = at.getParent();
      if (parent == null) {
        break;
      }
      at = parent;
      found = in(at);
    }
    return read(start, found);
  }

  /** Those among tests and examples do not ship. */
  private static List<Path> below(Path folder) {
    return Tree.of(folder).sources().stream()
        .filter(source -> reads(source.name()))
        .filter(source -> !source.aside())
        .map(Source::path)
        .map(folder::resolve)
        .toList();
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> reads(String.valueOf(file.getFileName()))).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static boolean reads(String name) {
    return FORMATS.stream().anyMatch(format -> format.reads(name));
  }

  private static LockFiles read(Path folder, List<Path> files) {
    Merged merged = new Merged();
    List<String> names = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path file : superseded(files)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try {
        List<Library> found = read(file);
        found.forEach(merged::add);
        names.add(name);
      } catch (IOException unreadable) {
        notes.add(name + " cannot be read.");
      } catch (Unreadable wrong) {
        notes.add(name + " was passed over: " + wrong.getMessage() + ".");
      }
    }
    return new LockFiles(merged.libraries(), names, notes);
  }

  /** Beside a go.mod, go.sum lists versions that the build passed over. */
  private static List<Path> superseded(List<Path> files) {
    return files.stream()
        .filter(file -> !file.endsWith("go.sum") || !files.contains(file.resolveSibling("go.mod")))
        .toList();
  }

  private static List<Library> read(Path file) throws IOException, Unreadable {
    // A link leads elsewhere, and a pipe could wait for ever.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("it is no plain file");
    }
    String name = String.valueOf(file.getFileName());
    LockText text = new LockText(name, text(file));
    Locked locked = new Locked();
    for (LockFormat format : FORMATS) {
      if (format.reads(name)) {
        format.read(text, locked);
      }
    }
    return locked.libraries();
  }

  private static String text(Path file) throws IOException, Unreadable {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unreadable("it is larger than 32 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The same library in several files. */
  private static final class Merged {
    private final Map<String, Library> byPurl = new TreeMap<>();

    void add(Library library) {
      byPurl.merge(library.purl(), library, Merged::both);
    }

    List<Library> libraries() {
      return List.copyOf(byPurl.values());
    }

    private static Library both(Library one, Library other) {
      return new Library(
          one.purl(),
          one.name(),
          one.version(),
          one.digest().or(other::digest),
          one.licence().or(other::licence),
          Stream.concat(one.needs().stream(), other.needs().stream()).distinct().sorted().toList());
    }
  }
}
