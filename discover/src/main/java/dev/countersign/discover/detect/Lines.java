package dev.countersign.discover.detect;

import dev.countersign.discover.tree.Source;
import java.util.List;

/** Finds lines of formats whose parsers do not tell places. */
final class Lines {
  private Lines() {}

  /** The first line that holds this text, from 1; 0 if none does. */
  static int of(Source source, String text) {
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The first line that holds this text in double quotes, else the first that holds it. */
  static int quoted(Source source, String text) {
    int line = of(source, '"' + text + '"');
    return line > 0 ? line : of(source, text);
  }
}
