package dev.countersign.report.onepage;

import dev.countersign.report.markdown.MarkdownText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that Markdown shows as it is and that nothing makes live: several dialects turn bare
 * addresses into links and names after an at sign into mentions, without any markup. An empty
 * comment within them prevents it and is not seen.
 */
final class InertMarkdown {
  private static final Pattern LIVE =
      Pattern.compile("(?i)(?<=\\b[a-z]{2,12})(?=://)|(?<=\\bwww)(?=\\.)|(?<=(?<!\\w)@)(?=\\w)");
  private static final String BEFORE = ",";
  private static final String BREAK = "<!-- -->";

  private InertMarkdown() {}

  /** Text at the start of a paragraph or an item. */
  static String of(String text) {
    List<String> parts = List.of(LIVE.split(text, -1));
    return Stream.concat(
            Stream.of(MarkdownText.of(parts.getFirst())),
            parts.stream().skip(1).map(InertMarkdown::later))
        .collect(Collectors.joining(BREAK));
  }

  /** Text after other text of its line, where no list, heading or rule can begin. */
  static String within(String text) {
    return Arrays.stream(LIVE.split(text, -1))
        .map(InertMarkdown::later)
        .collect(Collectors.joining(BREAK));
  }

  /** Escaped behind a mark that means nothing, so that it is not taken for the start of a line. */
  private static String later(String text) {
    return MarkdownText.of(BEFORE + text).substring(BEFORE.length());
  }
}
