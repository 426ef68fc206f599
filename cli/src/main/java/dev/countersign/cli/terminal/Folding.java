package dev.countersign.cli.terminal;

import dev.countersign.cli.terminal.Line.Piece;
import dev.countersign.cli.terminal.Line.Word;
import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Folds one line of text to a width; a word that is wider stands alone and sticks out. */
final class Folding {
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private Style style = Style.PLAIN;
  private int used;

  private Folding(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The lines, without indent. */
  static List<String> fold(Line line, int first, int following, Terminal terminal) {
    Folding folding = new Folding(terminal);
    for (Word word : line.words()) {
      folding.add(word, folding.lines.isEmpty() ? first : following);
    }
    folding.end();
    return folding.lines;
  }

  /** The columns that a line would take if it were not folded. */
  static int columns(Line line, Terminal terminal) {
    List<Word> words = line.words();
    return words.stream().mapToInt(word -> columns(word, terminal)).sum()
        + Math.max(0, words.size() - 1);
  }

  private static int columns(Word word, Terminal terminal) {
    return word.pieces().stream().mapToInt(p -> SafeText.width(shown(p, terminal))).sum();
  }

  private static String shown(Piece piece, Terminal terminal) {
    return terminal.unicode() ? piece.text() : Safe.ascii(piece.text());
  }

  private void add(Word word, int width) {
    int columns = columns(word, terminal);
    if (used > 0 && used + 1 + columns > width) {
      end();
    }
    current.append(used > 0 ? " " : "");
    for (Piece piece : word.pieces()) {
      change(piece.style());
      current.append(shown(piece, terminal));
    }
    used += columns + (used > 0 ? 1 : 0);
  }

  private void change(Style next) {
    if (next == style) {
      return;
    }
    if (terminal.colour()) {
      current.append(style.off()).append(next.on());
    }
    style = next;
  }

  private void end() {
    change(Style.PLAIN);
    if (!current.isEmpty()) {
      lines.add(current.toString().stripTrailing());
    }
    current.setLength(0);
    used = 0;
  }
}
