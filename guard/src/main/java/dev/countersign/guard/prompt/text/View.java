package dev.countersign.guard.prompt.text;

/**
 * A text without disguise, and where in the original each of its characters stood. The first view
 * of a text is the text itself, folded; the others are what was decoded out of it.
 */
public final class View {
  private final char[] chars;
  private final int[] starts;
  private final int length;
  private final int end;

  /** Of characters, and of the place of each, which the caller no longer touches. */
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
    return place < length ? starts[place] : end;
  }

  /**
   * Where in the original what stands before a place ends. A decoded payload is one piece: it ends
   * where its encoded form does.
   */
  public int end(int place) {
    if (length == 0 || starts[0] == starts[length - 1]) {
      return end;
    }
    int start = place == 0 ? 0 : starts[place - 1];
    for (int next = place; next < length; next++) {
      if (starts[next] > start) {
        return starts[next];
      }
    }
    return end;
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
