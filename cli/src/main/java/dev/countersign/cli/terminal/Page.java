package dev.countersign.cli.terminal;

import java.util.List;

/** A text that grows line by line, folded to the terminal with hanging indents. */
public final class Page {
  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();

  public Page(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The terminal that this is written for. */
  public Terminal terminal() {
    return terminal;
  }

  /** Writes a line from the left margin. */
  public Page line(Line line) {
    return line(0, 0, line);
  }

  /** Writes plain text from the left margin. */
  public Page line(String text) {
    return line(Line.of(text));
  }

  /** Writes a line; what folds stands as far in as its start. */
  public Page line(int indent, Line line) {
    return line(indent, indent, line);
  }

  /** Writes a line; what folds is indented by {@code hang}. */
  public Page line(int indent, int hang, Line line) {
    List<String> folded =
        Folding.fold(line, terminal.width() - indent, terminal.width() - hang, terminal);
    for (int i = 0; i < folded.size(); i++) {
      write(i == 0 ? indent : hang, folded.get(i));
    }
    return this;
  }

  /** Writes a line behind a label, which stands where the line would be indented. */
  public Page labelled(int indent, Line label, int hang, Line line) {
    int gap = hang - indent - Folding.columns(label, terminal);
    if (gap < 1) {
      line(indent, label);
      return line(hang, line);
    }
    return line(indent, hang, spread(label, gap, line));
  }

  /** Writes two parts at both ends of one line or, where they do not fit, one below the other. */
  public Page ends(int indent, int hang, Line left, Line right) {
    int free =
        terminal.width()
            - indent
            - Folding.columns(left, terminal)
            - Folding.columns(right, terminal);
    if (free < 2) {
      line(indent, hang, left);
      return line(hang, right);
    }
    return line(indent, hang, spread(left, free, right));
  }

  /** Writes a label, then two parts at both ends of what is left of the line. */
  public Page labelledEnds(int indent, Line label, int hang, Line left, Line right) {
    int gap = Math.max(1, hang - indent - Folding.columns(label, terminal));
    return ends(indent, hang, spread(label, gap, left), right);
  }

  /**
   * Writes a line behind a drawing, such as the branches of a tree.
   *
   * @param first what stands before its first line, written as it is: never text of a file
   * @param then what stands before what folds, as wide
   */
  public Page behind(String first, String then, Line line) {
    int width = terminal.width() - first.length();
    List<String> folded = Folding.fold(line, width, width, terminal);
    for (int i = 0; i < folded.size(); i++) {
      write(0, (i == 0 ? first : then) + folded.get(i));
    }
    return this;
  }

  /** Writes text as it is, without folding: for what is copied from the page into a file. */
  public Page verbatim(int indent, Style style, String line) {
    return line(indent, Line.of().whole(style, line));
  }

  /** Leaves one line empty, at most one after another. */
  public Page blank() {
    if (!text.isEmpty() && !text.substring(Math.max(0, text.length() - 2)).equals("\n\n")) {
      text.append('\n');
    }
    return this;
  }

  /** Whether nothing has been written. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static Line spread(Line left, int gap, Line right) {
    Line both = Line.of().add(left);
    return (gap > 1 ? both.pad(gap - 2) : both).add(right);
  }

  private void write(int indent, String line) {
    text.repeat(' ', indent).append(line).append('\n');
  }
}
