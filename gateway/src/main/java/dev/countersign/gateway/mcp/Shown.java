package dev.countersign.gateway.mcp;

/** Text of others as it is shown to people: one line, nothing unseen, not long. */
final class Shown {
  private static final int MOST = 200;

  private Shown() {}

  /** Characters that steer a terminal or that nobody sees become blanks. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .forEach(point -> shown.appendCodePoint(isSeen(point) ? point : ' '));
    return text.codePointCount(0, text.length()) > MOST ? shown + "…" : shown.toString();
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
