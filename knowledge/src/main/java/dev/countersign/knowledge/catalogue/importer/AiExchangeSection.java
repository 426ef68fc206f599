package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an AI Exchange page that has a permalink.
 *
 * @param slug the last part of the permalink
 * @param title the heading above it, without numbers and marks
 * @param category what the page says it is, for example {@code input threat}
 * @param marked whether the heading is written as that of a control: {@code #MONITOR USE}
 * @param body the lines below, down to the next part that has a permalink
 */
record AiExchangeSection(
    String slug, String title, String category, boolean marked, List<String> body) {
  private static final Pattern PERMALINK =
      Pattern.compile(">\\s*+Permalink:\\s*+https://owaspai\\.org/go/([a-z0-9]++)/?\\s*+");
  private static final Pattern CATEGORY = Pattern.compile(">\\s*+Category:\\s*+(.*\\S)\\s*+");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s++(.*\\S)\\s*+");
  private static final Pattern PAGE_TITLE = Pattern.compile("title:\\s*+(.*\\S)\\s*+");
  private static final Pattern NUMBER = Pattern.compile("(?:\\d++\\.)*+\\d*+\\s++");
  private static final Pattern BOLD_LINE = Pattern.compile("\\*\\*[^*]++\\*\\*:?+\\s*+");
  private static final Pattern SKIPPED = Pattern.compile("\\s*+(?:[>|<]|---).*+");
  private static final Pattern GO = Pattern.compile("/go/([a-z0-9]++)/");
  private static final String DESCRIPTION = "**Description";
  private static final String CONTROLS = "**Controls";
  private static final String BELOW = "each marked with a #";
  private static final int REACH = 6;

  AiExchangeSection {
    body = List.copyOf(body);
  }

  /** The parts of a page, in its order. */
  static List<AiExchangeSection> all(List<String> page) {
    List<Integer> links = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      if (PERMALINK.matcher(page.get(i)).matches()) {
        links.add(i);
      }
    }
    List<AiExchangeSection> sections = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      int end = i + 1 < links.size() ? start(page, links.get(i + 1)) : page.size();
      sections.add(section(page, links.get(i), end));
    }
    return sections;
  }

  /** What it is, by its heading and its category. */
  EntryKind kind() {
    boolean control = category.contains("control") && !category.contains("details");
    if (marked) {
      return EntryKind.CONTROL;
    }
    if (category.startsWith("group")) {
      return EntryKind.GROUP;
    }
    if (control) {
      return EntryKind.CONTROL;
    }
    return category.contains("threat") ? EntryKind.THREAT : EntryKind.TOPIC;
  }

  /** The lines that describe it: those below "Description", or else the first ones. */
  List<String> description() {
    List<String> lines = new ArrayList<>();
    for (String line : body.subList(beginning(), body.size())) {
      if (HEADING.matcher(line).matches() || BOLD_LINE.matcher(line).matches()) {
        break;
      }
      if (!SKIPPED.matcher(line).matches()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private int beginning() {
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).startsWith(DESCRIPTION)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether it says that the parts below it are its controls. */
  boolean hasControlsBelow() {
    return body.stream().anyMatch(line -> line.contains(BELOW));
  }

  /** The slugs that it names as its controls, and perhaps others. */
  SortedSet<String> controls() {
    SortedSet<String> slugs = new TreeSet<>();
    boolean listed = false;
    for (String line : body) {
      listed |= line.startsWith(CONTROLS);
      Matcher matcher = GO.matcher(line);
      while (listed && matcher.find()) {
        slugs.add(matcher.group(1));
      }
    }
    return slugs;
  }

  private static AiExchangeSection section(List<String> page, int link, int end) {
    String heading = first(HEADING, page, start(page, link), link);
    String title = heading.isEmpty() ? first(PAGE_TITLE, page, 0, link) : heading;
    return new AiExchangeSection(
        first(PERMALINK, page, link, link + 1),
        plain(title),
        first(CATEGORY, page, Math.max(0, link - 2), link),
        heading.startsWith("#"),
        page.subList(link + 1, end));
  }

  /** The line of the heading above a permalink; its own line where there is none. */
  private static int start(List<String> page, int link) {
    for (int i = link - 1; i >= Math.max(0, link - REACH); i--) {
      if (HEADING.matcher(page.get(i)).matches()) {
        return i;
      }
    }
    return link;
  }

  private static String first(Pattern pattern, List<String> page, int from, int to) {
    for (String line : page.subList(from, to)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  private static String plain(String heading) {
    String text = heading.startsWith("#") ? heading.substring(1) : heading;
    Matcher number = NUMBER.matcher(text);
    return (number.lookingAt() ? text.substring(number.end()) : text).replace("\"", "").strip();
  }
}
