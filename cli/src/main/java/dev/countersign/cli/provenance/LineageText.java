package dev.countersign.cli.provenance;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.Lineage.Item;
import dev.countersign.provenance.lineage.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A lineage as a tree for terminals: below each thing what it was made of. */
public final class LineageText {
  private static final int DEEPEST = 30;
  private static final int STEP = 3;

  private final Lineage lineage;
  private final Terminal terminal;
  private final Page page;
  private final Set<String> shown = new HashSet<>();

  private LineageText(Lineage lineage, Page page) {
    this.lineage = lineage;
    this.page = page;
    terminal = page.terminal();
  }

  /** Writes the tree. */
  public static void write(Lineage lineage, Page page) {
    new LineageText(lineage, page).item(lineage.items().getFirst(), "", 0);
  }

  /** What the word for an item is worth, in words. */
  public static String words(Standing standing) {
    return switch (standing.state()) {
      case ADMITTED, SIGNED, MISSING -> standing.why();
      case UNSIGNED -> "not signed";
      case REFUSED -> "proves nothing: " + standing.why();
      case IMPLIED -> "";
    };
  }

  private void item(Item item, String branch, int depth) {
    boolean again = !shown.add(item.id());
    int indent = STEP * Math.max(0, depth - 1);
    page.line(
        indent, Line.of(branch).add(Style.STRONG, item.kind().word()).add(" " + tail(item, again)));
    if (again || depth > DEEPEST) {
      return;
    }
    item.facts().forEach(fact -> page.line(STEP * depth, Line.of(Style.FAINT, fact)));
    standing(item, STEP * depth);
    List<Item> into = lineage.into(item).toList();
    for (int i = 0; i < into.size(); i++) {
      item(into.get(i), branch(i == into.size() - 1), depth + 1);
    }
  }

  private void standing(Item item, int indent) {
    String words = words(item.standing());
    if (!words.isEmpty()) {
      page.line(indent, Line.of(style(item.standing().state()), words));
    }
  }

  private static Style style(Standing.State state) {
    return switch (state) {
      case ADMITTED -> Style.GOOD;
      case SIGNED, IMPLIED -> Style.PLAIN;
      case UNSIGNED -> Style.WARN;
      case MISSING, REFUSED -> Style.BAD;
    };
  }

  private static String tail(Item item, boolean again) {
    return item.name()
        + item.digest().map(digest -> "  " + shortened(digest)).orElse("")
        + (again ? "  (see above)" : "");
  }

  private static String shortened(String digest) {
    int colon = digest.indexOf(':');
    return digest.length() > colon + 13 ? digest.substring(0, colon + 13) + "…" : digest;
  }

  private String branch(boolean last) {
    if (terminal.unicode()) {
      return last ? "└─ " : "├─ ";
    }
    return last ? "`- " : "|- ";
  }
}
