package dev.countersign.report.onepage;

import dev.countersign.report.markdown.MarkdownText;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that Markdown shows as it is and that nothing makes live: several dialects turn bare
 * addresses into links and names after an at sign into mentions, without any markup. An empty
 * comment within them prevents it and is not seen.
 */
final class InertMarkdown {
  private static final Pattern LIVE =
      Pattern.compile("(?i)(?<=\\b[a-z]{2,12})(?=://)|(?<=\\bwww)(?=\\.)|(?<=(?<!\\w)@)(?=\\w)");
  private static final String BREAK = "<!-- -->";

  private InertMarkdown() {}

  static String of(String text) {
    return Arrays.stream(LIVE.split(text, -1))
        .map(MarkdownText::of)
        .collect(Collectors.joining(BREAK));
  }
}
