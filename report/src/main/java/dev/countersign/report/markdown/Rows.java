package dev.countersign.report.markdown;

import dev.countersign.report.words.Words;
import java.util.List;

/**
 * A list of rows of which as many are shown as there is room for; the rest is counted.
 *
 * @param before what opens the list, above the first row
 * @param rows each with its line end
 * @param after what closes it
 * @param noun one of what the rows show, for example {@code threat}
 */
record Rows(String before, List<String> rows, String after, String noun) {
  /** What the sentence about rows left out takes at most. */
  private static final int REST = 160;

  /** Writes what fits; nothing at all where not even one row does. */
  void write(Budget budget) {
    int room = budget.left() - before.length() - after.length() - REST;
    int shown = 0;
    for (int used = 0; shown < rows.size(); shown++) {
      used += rows.get(shown).length();
      if (used > room) {
        break;
      }
    }
    if (shown > 0) {
      String text = before + String.join("", rows.subList(0, shown)) + rest(shown) + after;
      budget.add(text);
    } else if (!rows.isEmpty()) {
      budget.add(rest(0));
    }
  }

  private String rest(int shown) {
    int left = rows.size() - shown;
    return left == 0
        ? ""
        : "\n_"
            + Words.count(left, "more " + noun)
            + (left == 1 ? " is" : " are")
            + " left out: a comment has no room for more. `countersign report` shows all._\n";
  }
}
