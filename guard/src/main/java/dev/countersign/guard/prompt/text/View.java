package dev.countersign.guard.prompt.text;

/**
 * A text without disguise, and where in the original each of its characters stood. The first view
 * of a text is the text itself, folded; the others are what was decoded out of it.
 */
public final class View {
  /** Stands for places that are those in the original. */
  static final int[] SAME = new int[0];

  private final char[] chars;
  private final int[] starts;
  private final int length;
  private final int end;

  /**
   * Of characters, and of the place of each ({@link #SAME} where it is its own), which the caller
   * no longer touches.
   */
  View(char[] chars, int[] starts, int length, int end) {
    this.chars = chars;
    this.starts = starts;
    this.length = length;
    this.end = end;
  }

  /** How many characters it has. */
  public int length() {
    return length;
  }

  /** The character at a place from 0 to {@link #length}, exclusively. */
  public char at(int place) {
    return chars[place];
  }

  /** Where in the original the character at a place starts. */
  public int start(int place) {
    return place >= length ? end : starts == SAME ? place : starts[place];
  }

  /**
   * Where in the original what stands before a place ends. A decoded payload is one piece: it ends
   * where its encoded form does.
   */
  public int end(int place) {
    if (length == 0 || start(0) == start(length - 1)) {
      return end;
    }
    int start = place == 0 ? 0 : start(place - 1);
    for (int next = place; next < length; next++) {
      if (start(next) > start) {
        return start(next);
      }
    }
    return end;
  }

  /** Whether it is the original and begins with these characters, which then need no copy. */
  boolean beginsSame(int place, char unit) {
    return starts == SAME && place < length && chars[place] == unit;
  }

  /** Its first characters, to go on with. */
  char[] copy(int first, int size) {
    char[] copy = new char[size];
    System.arraycopy(chars, 0, copy, 0, first);
    return copy;
  }

  /** Its first characters alone. */
  View first(int count, int newEnd) {
    return new View(chars, SAME, count, newEnd);
  }

  /** A part of it as text. */
  public String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  @Override
  public String toString() {
    return text(0, length);
  }
}
