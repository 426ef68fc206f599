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
    new LineageText(lineage, page).item(lineage.items().getFirst(), "", "", "", 0);
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

  /** An item behind its branch; {@code below} is as wide, and goes before what is below it. */
  private void item(Item item, String before, String branch, String below, int depth) {
    boolean again = !shown.add(item.id());
    String inside = before + below;
    page.behind(
        before + branch,
        inside,
        Line.of(Style.STRONG, item.kind().word()).add(" " + tail(item, again)));
    if (again || depth > DEEPEST) {
      return;
    }
    item.facts().forEach(fact -> page.behind(inside, inside, Line.of(Style.FAINT, fact)));
    standing(item, inside);
    List<Item> into = lineage.into(item).toList();
    for (int i = 0; i < into.size(); i++) {
      boolean last = i == into.size() - 1;
      item(into.get(i), inside, branch(last), last ? "   " : trunk(), depth + 1);
    }
  }

  private void standing(Item item, String before) {
    String words = words(item.standing());
    if (!words.isEmpty()) {
      page.behind(before, before, Line.of(style(item.standing().state()), words));
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

  private String trunk() {
    return terminal.unicode() ? "│  " : "|  ";
  }
}
