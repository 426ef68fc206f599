package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first plain sentence of a README, which mostly says what a project does. */
public final class ReadmeDetector implements Detector {
  private static final Set<String> NAMES =
      Set.of("readme", "readme.md", "readme.rst", "readme.txt");
  private static final int FARTHEST = 80;
  private static final int SHORTEST = 25;
  private static final int LONGEST = 300;
  private static final int MOST_SECTIONS = 2;

  /** Sentences that tell the reader what to do, not what the project does. */
  private static final List<String> INSTRUCTIONS =
      List.of(
          "You ",
          "To ",
          "Run ",
          "Install ",
          "Please ",
          "If ",
          "Clone ",
          "Click ",
          "See ",
          "Note",
          "First",
          "Make sure",
          "Follow");

  @Override
  public boolean wants(Source source) {
    return NAMES.contains(source.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void detect(Source source, Findings findings) {
    List<String> lines = source.lines();
    boolean code = false;
    int sections = 0;
    for (int i = 0; i < Math.min(lines.size(), FARTHEST) && sections <= MOST_SECTIONS; i++) {
      code ^= lines.get(i).startsWith("```");
      sections += lines.get(i).startsWith("## ") ? 1 : 0;
      String sentence = code || !startsParagraph(lines, i) ? "" : sentence(lines, i);
      if (!sentence.isEmpty()) {
        Dependencies.project(findings, "readme", sentence, i + 1);
        return;
      }
    }
  }

  private static boolean startsParagraph(List<String> lines, int i) {
    String before = i == 0 ? "" : lines.get(i - 1).strip();
    return before.isEmpty() || before.startsWith("#") || before.startsWith("===");
  }

  /** The sentence that starts on this line; empty where the line is no plain text. */
  private static String sentence(List<String> lines, int i) {
    StringBuilder paragraph = new StringBuilder();
    for (int j = i; j < lines.size() && !lines.get(j).isBlank(); j++) {
      if (paragraph.length() < LONGEST) {
        paragraph.append(' ').append(lines.get(j).strip());
      }
    }
    String text = Markup.plain(paragraph.toString()).strip();
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end + 1);
    return isSentence(sentence) ? sentence : "";
  }

  private static boolean isSentence(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && Character.isUpperCase(text.charAt(0))
        && (text.endsWith(".") || text.endsWith("!"))
        && text.chars().noneMatch(c -> c == '<' || c == '|' || c == '{' || c == '=')
        && !text.contains("://")
        && INSTRUCTIONS.stream().noneMatch(text::startsWith);
  }
}
