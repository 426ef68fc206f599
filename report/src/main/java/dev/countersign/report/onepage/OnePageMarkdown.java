package dev.countersign.report.onepage;

import dev.countersign.report.onepage.Phrase.Run;
import java.util.List;
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
    line(
        "**" + page.verdict().toUpperCase(Locale.ROOT) + "**: " + following(page.standing()) + ".");
    page.sections().forEach(this::section);
    page.leftOut().ifPresent(left -> line("*" + following(left) + "*"));
    line("## Signatures");
    page.signatures().forEach(this::signature);
    line("---");
    line(
        page.imprint().stream().map(OnePageMarkdown::following).collect(Collectors.joining(" · ")));
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
            + following(signature.named())
            + ": "
            + following(signature.says()));
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }

  /** A phrase with which a paragraph or an item starts. */
  private static String escaped(Phrase phrase) {
    List<Run> runs = phrase.merged().runs();
    if (runs.isEmpty() || runs.getFirst().style() != Phrase.Style.PLAIN) {
      return following(phrase);
    }
    return escaped(runs.getFirst().text()) + following(new Phrase(runs.subList(1, runs.size())));
  }

  /** A phrase after other text of its line. */
  private static String following(Phrase phrase) {
    return phrase.merged().runs().stream()
        .map(OnePageMarkdown::following)
        .collect(Collectors.joining());
  }

  private static String following(Run run) {
    return switch (run.style()) {
      case PLAIN -> InertMarkdown.within(run.text());
      case ID -> code(run.text());
      case STRONG -> "**" + InertMarkdown.within(run.text()) + "**";
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
