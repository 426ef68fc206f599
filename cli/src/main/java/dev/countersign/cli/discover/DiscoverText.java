package dev.countersign.cli.discover;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.discover.Confidence;
import dev.countersign.discover.Where;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Kind;
import java.util.List;
import java.util.Locale;

/** The inventory of one repository for people: by kind, each component with where it was seen. */
final class DiscoverText {
  private static final int INDENT = 2;
  private static final int PLACES = 4;
  private static final int SHOWN_PLACES = 3;
  private static final int SHOWN_COMPONENTS = 15;

  private final Page page;
  private final Inventoried inventory;
  private final boolean all;

  private DiscoverText(Page page, Inventoried inventory, boolean all) {
    this.page = page;
    this.inventory = inventory;
    this.all = all;
  }

  /** Writes an inventory; with {@code all} whatever is found, in all its places. */
  static void write(Page page, Inventoried inventory, boolean all) {
    new DiscoverText(page, inventory, all).write();
  }

  /** The text of one inventory alone. */
  static String of(Inventoried inventory, boolean all, Terminal terminal) {
    Page page = new Page(terminal);
    write(page, inventory, all);
    return page.toString();
  }

  private void write() {
    List<Component> listed = all ? inventory.components() : inventory.shipped();
    head(listed);
    for (Kind kind : Kind.values()) {
      List<Component> some = listed.stream().filter(it -> it.kind() == kind).toList();
      if (!some.isEmpty()) {
        kind(kind, some);
      }
    }
    ComparisonText.write(page, inventory.comparison(), !listed.isEmpty(), all);
    foot(listed);
  }

  private void head(List<Component> listed) {
    int count = listed.size();
    String what = count == 0 ? "NOTHING FOUND" : count == 1 ? "1 COMPONENT" : count + " COMPONENTS";
    page.line(
        Line.of(count == 0 ? Style.GOOD : Style.STRONG, what)
            .gap()
            .add(Style.NAME, inventory.root().toString())
            .add(Style.FAINT, ", " + Counted.of(inventory.files(), "file") + " looked at"));
    if (count == 0) {
      page.line(
          INDENT,
          Line.of(
              Style.FAINT,
              "No model, no library for machine learning, no prompt, no agent, no call of a hosted"
                  + " model."));
    }
  }

  private void kind(Kind kind, List<Component> components) {
    page.blank()
        .line(
            Line.of(Style.STRONG, kind.title().toUpperCase(Locale.ROOT))
                .gap()
                .add(Style.FAINT, "" + components.size()));
    int shown = all ? components.size() : Math.min(components.size(), SHOWN_COMPONENTS);
    components.subList(0, shown).forEach(this::component);
    if (components.size() > shown) {
      page.line(
          INDENT,
          Line.of(Style.FAINT, "and " + (components.size() - shown) + " more: --all lists them"));
    }
  }

  private void component(Component component) {
    String says = Saying.of(component);
    Line name = Line.of(Style.NAME, component.name());
    if (!says.isEmpty()) {
      name.gap().add(says);
    }
    page.ends(INDENT, PLACES, name, Line.of(sure(component), component.confidence().word()));
    if (!only(component)) {
      page.line(PLACES, Line.of(Style.FAINT, places(component)));
    }
  }

  /** A file that is its own place needs no second line. */
  private static boolean only(Component component) {
    return component.seen() == 1
        && component.places().getFirst().toString().equals(component.name());
  }

  private String places(Component component) {
    List<Where> places = component.places();
    int shown = all ? places.size() : Math.min(places.size(), SHOWN_PLACES);
    String named = String.join(", ", places.stream().limit(shown).map(Where::toString).toList());
    int more = component.seen() - shown;
    String aside = component.aside() ? " (tests, examples or documentation)" : "";
    return named + (more > 0 ? " and " + more + " more" : "") + aside;
  }

  private static Style sure(Component component) {
    return component.confidence() == Confidence.CERTAIN ? Style.GOOD : Style.WARN;
  }

  private void foot(List<Component> listed) {
    page.blank();
    int aside = inventory.components().size() - listed.size();
    if (aside > 0) {
      said(aside + " more among tests, examples and documentation only: --all lists them.");
    }
    if (inventory.unsure() > 0) {
      said(inventory.unsure() + " less sure: --min-confidence possible lists them.");
    }
    inventory.limits().stream().limit(SHOWN_COMPONENTS).forEach(this::said);
  }

  private void said(String sentence) {
    page.line(Line.of(Style.FAINT, sentence));
  }
}
