package dev.countersign.model.yaml;

import dev.countersign.model.Place;

/** A stretch of one line of a file: what a caret underlines. */
public final class Span {
  private static final int TO_END_OF_LINE = 0;

  private final SourceText source;
  private final int line;
  private final int column;
  private final int length;

  Span(SourceText source, int line, int column, int length) {
    this.source = source;
    this.line = line;
    this.column = column;
    this.length = length;
  }

  /** From a place to the end of its line, for what goes on over several lines. */
  static Span toEndOfLine(SourceText source, int line, int column) {
    return new Span(source, line, column, TO_END_OF_LINE);
  }

  /** The start of a file. */
  public static Span start(String file) {
    return new Span(new SourceText(file, ""), 1, 1, 1);
  }

  /** From here to the end of another stretch, or to the end of this line if that is on another. */
  Span to(Span end) {
    return end.line == line
        ? new Span(source, line, column, end.column + end.length() - column)
        : toEndOfLine(source, line, column);
  }

  /** Where it starts. */
  public Place place() {
    return new Place(source.file(), line, column);
  }

  /** How many code points it covers, at least 1. */
  public int length() {
    return Math.max(1, length == TO_END_OF_LINE ? lengthToEnd() : length);
  }

  /** The line that it stands on, without its end. */
  public String source() {
    return source.line(line);
  }

  private int lengthToEnd() {
    String text = source();
    return text.codePointCount(0, text.length()) - column + 1;
  }

  @Override
  public String toString() {
    return place().toString();
  }
}
