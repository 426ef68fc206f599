package dev.countersign.report.onepage;

import dev.countersign.report.onepage.Phrase.Run;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page as Markdown for a merge request. */
final class OnePageMarkdown {
  private final StringBuilder text = new StringBuilder();

  private OnePageMarkdown() {}

  static String of(Page page) {
    OnePageMarkdown markdown = new OnePageMarkdown();
    markdown.write(page);
    return markdown.text.toString();
  }

  private void write(Page page) {
    line("# Threat model of " + code(page.system()));
    line(escaped(page.purpose()));
    line("**" + page.verdict().toUpperCase(Locale.ROOT) + "**: " + escaped(page.standing()) + ".");
    page.sections().forEach(this::section);
    page.leftOut().ifPresent(left -> line("*" + escaped(left) + "*"));
    line("## Signatures");
    page.signatures().forEach(this::signature);
    line("---");
    line(page.imprint().stream().map(OnePageMarkdown::escaped).collect(Collectors.joining(" · ")));
    text.setLength(text.length() - 1);
  }

  private void section(Page.Section section) {
    line("## " + section.heading() + (section.note().isEmpty() ? "" : " (" + section.note() + ")"));
    if (section.list()) {
      section.paragraphs().forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
      text.append('\n');
    } else {
      section.paragraphs().forEach(paragraph -> line(escaped(paragraph)));
    }
  }

  private void signature(Page.Signature signature) {
    line(
        "**"
            + signature.role()
            + "**, "
            + escaped(signature.named())
            + ": "
            + escaped(signature.says()));
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }

  private static String escaped(Phrase phrase) {
    return phrase.runs().stream().map(OnePageMarkdown::escaped).collect(Collectors.joining());
  }

  private static String escaped(Run run) {
    return switch (run.style()) {
      case PLAIN -> escaped(run.text());
      case ID -> code(run.text());
      case STRONG -> "**" + escaped(run.text()) + "**";
    };
  }

  /** Ids hold no backticks, but nothing here relies on it. */
  private static String code(String id) {
    return id.indexOf('`') < 0 ? "`" + id + "`" : escaped(id);
  }

  /** Every character that may begin a construct, so that text from a file is only ever text. */
  private static String escaped(String text) {
    return InertMarkdown.of(text);
  }
}
