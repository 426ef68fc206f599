package dev.countersign.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with styles, not yet folded. Whatever is added is made safe first, so nothing reaches a
 * terminal that was not.
 */
public final class Line {
  private final List<Word> words = new ArrayList<>();
  private boolean glue;

  private Line() {}

  /** An empty line. */
  public static Line of() {
    return new Line();
  }

  /** A line of plain text. */
  public static Line of(String text) {
    return new Line().add(text);
  }

  /** A line of text in one style. */
  public static Line of(Style style, String text) {
    return new Line().add(style, text);
  }

  /** Adds plain text; a space at its start or end is where the line may fold. */
  public Line add(String text) {
    return add(Style.PLAIN, text);
  }

  /** Adds text in a style. */
  public Line add(Style style, String text) {
    String safe = Safe.line(text);
    if (safe.isEmpty()) {
      return this;
    }
    if (safe.startsWith(" ")) {
      glue = false;
    }
    for (String word : safe.split(" ")) {
      if (!word.isEmpty()) {
        addWord(new Piece(word, style));
        glue = false;
      }
    }
    glue = !safe.endsWith(" ") && !words.isEmpty();
    return this;
  }

  /** Adds text that is never folded, though it has spaces. */
  public Line whole(Style style, String text) {
    addWord(new Piece(Safe.line(text), style));
    glue = true;
    return this;
  }

  /** Adds the text of another line, whose first word stands apart. */
  public Line add(Line other) {
    words.addAll(other.words);
    glue = other.glue;
    return this;
  }

  /** Adds a gap of two columns. */
  public Line gap() {
    return pad(0);
  }

  /** Adds that many columns of space besides the spaces around it. */
  Line pad(int columns) {
    words.add(new Word(List.of(new Piece(" ".repeat(columns), Style.PLAIN))));
    glue = false;
    return this;
  }

  List<Word> words() {
    return List.copyOf(words);
  }

  private void addWord(Piece piece) {
    if (glue) {
      words.add(words.removeLast().with(piece));
    } else {
      words.add(new Word(List.of(piece)));
    }
  }

  /** What cannot be folded. */
  record Word(List<Piece> pieces) {
    Word with(Piece piece) {
      List<Piece> longer = new ArrayList<>(pieces);
      longer.add(piece);
      return new Word(List.copyOf(longer));
    }
  }

  /** Part of a word in one style. */
  record Piece(String text, Style style) {}
}
