package dev.countersign.bom.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sections of a card's text that its template asks for
 * (huggingface.co/docs/hub/model-card-annotated): what a model is for, what it cannot do, what to
 * beware of. Only the first {@value #LONGEST} characters of each are kept.
 */
final class Sections {
  private static final int LONGEST = 1_000;
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");

  private final String text;

  Sections(String text) {
    this.text = text;
  }

  /** What it is meant for. */
  List<String> uses() {
    return under("direct use", "intended use", "uses", "how to use");
  }

  /** What it cannot do. */
  List<String> limitations() {
    return under("limitation", "out-of-scope");
  }

  /** Risks and ethics. */
  List<String> considerations() {
    return under("ethical", "bias", "risk");
  }

  /** The first paragraph of the card. */
  List<String> summary() {
    return paragraphs(text).limit(1).toList();
  }

  private List<String> under(String... words) {
    List<String> found = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (!heading.matches()) {
        section.append(inside ? line + "\n" : "");
        continue;
      }
      keep(section, inside, found);
      String title = heading.group(1).toLowerCase(Locale.ROOT);
      inside = Stream.of(words).anyMatch(title::contains);
    }
    keep(section, inside, found);
    return found;
  }

  private static void keep(StringBuilder section, boolean inside, List<String> found) {
    if (inside) {
      paragraphs(section.toString()).findFirst().ifPresent(found::add);
    }
    section.setLength(0);
  }

  /** What is written: no headings, no comments, no pictures, and none of the template's blanks. */
  private static Stream<String> paragraphs(String text) {
    return Stream.of(text.replaceAll("(?s)<!--.*?-->", "").split("\\n\\s*\\n"))
        .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
        .filter(paragraph -> !paragraph.isEmpty() && !paragraph.matches("[#<!|\\[`].*"))
        .filter(paragraph -> !paragraph.contains("[More Information Needed]"))
        .map(paragraph -> paragraph.substring(0, Math.min(LONGEST, paragraph.length())));
  }
}
