package dev.countersign.cli.discover;

import dev.countersign.cli.compare.Comparison;
import dev.countersign.cli.compare.Vanished;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.discover.component.Component;
import java.util.List;

/** What the threat models of a repository do not say, and what they say of what is gone. */
final class ComparisonText {
  private static final int INDENT = 2;
  private static final int SHOWN = 15;

  private ComparisonText() {}

  /**
   * Writes the comparison.
   *
   * @param any whether anything was found that could be modelled
   */
  static void write(Page page, Comparison comparison, boolean any, boolean all) {
    comparison.unreadable().forEach(file -> unreadable(page, file));
    if (comparison.files().isEmpty()) {
      if (any && comparison.unreadable().isEmpty()) {
        page.blank()
            .line(Line.of(Style.WARN, "No threat model here: countersign init drafts one."));
      }
      return;
    }
    unmodelled(page, comparison.unmodelled(), all);
    vanished(page, comparison.vanished());
    if (comparison.unmodelled().isEmpty() && comparison.vanished().isEmpty()) {
      page.blank()
          .line(
              Line.of(Style.GOOD, "What is here and what the threat model says agree.")
                  .gap()
                  .add(Style.FAINT, String.join(", ", comparison.files())));
    }
  }

  private static void unreadable(Page page, String file) {
    page.blank()
        .line(
            Line.of(
                    Style.WARN,
                    file + " cannot be read and is not compared: countersign check says")
                .add(Style.WARN, " why."));
  }

  private static void unmodelled(Page page, List<Component> components, boolean all) {
    if (components.isEmpty()) {
      return;
    }
    heading(page, "USED AND NOT MODELLED", components.size());
    int shown = all ? components.size() : Math.min(components.size(), SHOWN);
    for (Component component : components.subList(0, shown)) {
      page.ends(
          INDENT,
          2 * INDENT,
          Line.of(Style.NAME, component.name()).gap().add(Style.FAINT, component.kind().title()),
          Line.of(Style.FAINT, component.places().getFirst().toString()));
    }
    if (components.size() > shown) {
      page.line(INDENT, Line.of(Style.FAINT, "and " + (components.size() - shown) + " more"));
    }
  }

  private static void vanished(Page page, List<Vanished> vanished) {
    if (vanished.isEmpty()) {
      return;
    }
    heading(page, "MODELLED AND GONE", vanished.size());
    for (Vanished one : vanished) {
      page.ends(
          INDENT,
          2 * INDENT,
          Line.of(Style.NAME, one.element().id())
              .gap()
              .add(Style.FAINT, one.byFiles() ? "no file is " + one.missing() : "no file names it"),
          Line.of(Style.FAINT, one.element().place().file() + ":" + one.element().place().line()));
    }
  }

  private static void heading(Page page, String title, int count) {
    page.blank().line(Line.of(Style.WARN, title).gap().add(Style.FAINT, "" + count));
  }
}
