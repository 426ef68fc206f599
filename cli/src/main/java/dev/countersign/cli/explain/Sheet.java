package dev.countersign.cli.explain;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.util.Locale;

/** A page of explanation: a title, then paragraphs and lists under headings. */
final class Sheet {
  private static final int INDENT = 2;
  private static final int HANG = 4;
  private final Page page;

  Sheet(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** Starts with what it is: {@code evasion - a family of attacks}, then its title. */
  Sheet title(String id, String what, String title) {
    page.blank();
    page.line(0, INDENT, Line.of(Style.NAME, id).gap().add(Style.FAINT, what));
    if (!title.equals(id)) {
      page.line(0, INDENT, Line.of(Style.STRONG, title));
    }
    return this;
  }

  /** A paragraph. */
  Sheet text(String text) {
    page.blank().line(text);
    return this;
  }

  /** A heading over a list. */
  Sheet heading(String heading) {
    page.blank().line(Line.of(Style.STRONG, heading.toUpperCase(Locale.ROOT)));
    return this;
  }

  /** An item of a list. */
  Sheet item(Line line) {
    page.line(INDENT, HANG, line);
    return this;
  }

  /** An item with an id in front. */
  Sheet item(String id, String text) {
    return item(text.isEmpty() ? Line.of(Style.NAME, id) : Line.of(Style.NAME, id).gap().add(text));
  }

  /** A line below an item. */
  Sheet below(String text) {
    page.line(HANG, HANG + 2, Line.of(text));
    return this;
  }

  /** A line of a file, to copy; its own indent stays. */
  Sheet code(String line) {
    int indent = HANG + line.length() - line.stripLeading().length();
    page.verbatim(indent, Style.PLAIN, line.strip());
    return this;
  }

  /** A line of an expression; its own indent stays, and it may fold. */
  Sheet expression(String line) {
    int indent = HANG + line.length() - line.stripLeading().length();
    page.line(indent, indent + 4, Line.of(line.strip()));
    return this;
  }

  /** A command to try next. */
  Sheet command(String command, String why) {
    page.line(INDENT, HANG, Line.of().whole(Style.NAME, "countersign " + command).gap().add(why));
    return this;
  }
}
