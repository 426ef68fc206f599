package dev.countersign.discover;

/**
 * Where something was found.
 *
 * @param file relative to the root, with {@code /} between folders; its name may hold anything
 * @param line from 1; 0 where the file as a whole is meant
 */
public record Where(String file, int line) implements Comparable<Where> {
  /** A file as a whole. */
  public static Where file(String file) {
    return new Where(file, 0);
  }

  /** The folder of the file; empty for the root. */
  public String folder() {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  @Override
  public int compareTo(Where other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
