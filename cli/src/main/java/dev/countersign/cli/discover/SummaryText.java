package dev.countersign.cli.discover;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.discover.component.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Many repositories at a glance: which of them use machine learning, and what kinds of it. */
final class SummaryText {
  private static final int INDENT = 2;
  private static final int NAME = 38;

  private final Page page;
  private final List<Inventoried> inventories;

  private SummaryText(Page page, List<Inventoried> inventories) {
    this.page = page;
    this.inventories = inventories;
  }

  /** The summary; with {@code all} each inventory in full below it. */
  static String of(List<Inventoried> inventories, boolean all, Terminal terminal) {
    Page page = new Page(terminal);
    new SummaryText(page, inventories).write();
    if (all) {
      inventories.forEach(inventory -> {
        page.blank().line(Line.of(Style.FAINT, terminal.rule(terminal.width()))).blank();
        DiscoverText.write(page, inventory, true);
      });
    }
    return page.toString();
  }

  private void write() {
    List<Inventoried> with =
        inventories.stream()
            .filter(inventory -> !inventory.shipped().isEmpty())
            .sorted(Comparator.comparing((Inventoried it) -> it.shipped().size()).reversed())
            .toList();
    head(with.size());
    with.forEach(this::repository);
    totals();
    page.blank();
    page.line(Line.of(Style.FAINT, "Each in full: --all, or countersign discover FOLDER."));
  }

  private void head(int with) {
    int files = inventories.stream().mapToInt(Inventoried::files).sum();
    page.line(
        Line.of(Style.STRONG, with + " OF " + inventories.size() + " REPOSITORIES")
            .gap()
            .add("use machine learning")
            .add(Style.FAINT, ", " + Counted.of(files, "file") + " looked at"));
    page.blank();
  }

  private void repository(Inventoried inventory) {
    page.labelled(
        INDENT,
        Line.of(Style.NAME, inventory.root().toString()),
        NAME,
        Line.of(words(inventory.counts())));
  }

  private void totals() {
    Map<Kind, Integer> totals = new EnumMap<>(Kind.class);
    inventories.forEach(inventory ->
        inventory.counts().forEach((kind, count) -> totals.merge(kind, count, Integer::sum)));
    page.blank();
    page.labelled(INDENT, Line.of(Style.STRONG, "all"), NAME, Line.of(Style.STRONG, words(totals)));
  }

  private static String words(Map<Kind, Integer> counts) {
    List<String> words = new ArrayList<>();
    counts.forEach((kind, count) -> words.add(kind.title() + " " + count));
    return String.join(", ", words);
  }
}
