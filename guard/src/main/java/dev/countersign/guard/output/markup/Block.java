package dev.countersign.guard.output.markup;

/**
 * In which block of Markdown a line starts (CommonMark 0.31, 4 and 5).
 *
 * @param fence the sign of the fence that is open; 0 for none
 * @param length how long the fence is
 * @param indent how far the content of the list item is indented in which the fence is
 * @param quotes how many block quotes the fence is in
 * @param diagram whether what is in the fence is drawn, as Mermaid is
 * @param html what ends the block of HTML that is open: a tag, or "" for an empty line; "-" for
 *     none open
 * @param blank whether the line before was empty or code
 * @param list how far the content of the list item is indented that is open; 0 for none
 */
record Block(
    char fence,
    int length,
    int indent,
    int quotes,
    boolean diagram,
    String html,
    boolean blank,
    int list) {
  static final Block START = new Block('\0', 0, 0, 0, false, "-", true, 0);

  boolean inHtml() {
    return !html.equals("-");
  }

  Block text(int list) {
    return new Block('\0', 0, 0, 0, false, "-", false, list);
  }

  Block empty() {
    return new Block('\0', 0, 0, 0, false, "-", true, list);
  }

  Block html(String end) {
    return new Block('\0', 0, 0, 0, false, end, false, list);
  }

  Block fenced(char sign, int length, int indent, int quotes, boolean diagram) {
    return new Block(sign, length, indent, quotes, diagram, "-", false, list);
  }
}
