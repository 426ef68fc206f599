package dev.countersign.knowledge.catalogue.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns a publisher's Markdown into plain paragraphs. Links become their words, pictures and markup
 * go, words stay; a paragraph or an item of a list is one text.
 */
final class Prose {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:sup|sub|div|span|br|p|b|i|em|strong|a|img|ul|ol|li|table|thead|tbody|tr|td|th)\\b[^>]*+>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*+\\]\\([^)\\s]*+\\)");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\\\\\[\\d++\\\\\\]\\]\\[\\d++\\]");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]*+)\\]\\(\\s*+(?:[^()\\s]|\\([^()\\s]*+\\))*+\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{ref:[^}]*+\\}\\}");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w++)\\}\\}");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile(" ?\\((?:[,;] ?)*+\\)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]++)\\*\\*");
  private static final Pattern BREAK = Pattern.compile("\\n[ \\t]*+\\n");
  private static final Pattern ITEM = Pattern.compile("\\s*+(?:[-*+]|\\d{1,2}[.)])\\s.*+");
  private static final Pattern SPACE = Pattern.compile("\\s++");

  private Prose() {}

  /** The paragraphs of a text. */
  static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    for (String block : BREAK.split(plain(markdown))) {
      addBlock(block, paragraphs);
    }
    return paragraphs;
  }

  /** A text on one line. */
  static String line(String markdown) {
    return SPACE.matcher(plain(markdown)).replaceAll(" ").strip();
  }

  private static void addBlock(String block, List<String> paragraphs) {
    StringBuilder paragraph = new StringBuilder();
    for (String line : block.split("\n", -1)) {
      if (ITEM.matcher(line).matches()) {
        add(paragraph, paragraphs);
        paragraph.setLength(0);
      }
      paragraph.append(line).append(' ');
    }
    add(paragraph, paragraphs);
  }

  private static void add(StringBuilder paragraph, List<String> paragraphs) {
    String text = SPACE.matcher(paragraph).replaceAll(" ").strip();
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
  }

  private static String plain(String markdown) {
    String text = COMMENT.matcher(markdown).replaceAll("");
    text = TAG.matcher(text).replaceAll("");
    text = IMAGE.matcher(text).replaceAll("");
    text = FOOTNOTE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = REFERENCE.matcher(text).replaceAll("");
    text = VARIABLE.matcher(text).replaceAll("$1");
    text = EMPTY_BRACKETS.matcher(text).replaceAll("");
    return BOLD.matcher(text).replaceAll("$1");
  }
}
