package dev.countersign.model;

/**
 * A place in a file that a person can go to.
 *
 * @param file path as the user would type it, relative to the working folder where possible
 * @param line first line is 1
 * @param column first column is 1, counted in Unicode code points
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns start at 1: " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    int byLine = Integer.compare(line, other.line);
    return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
