package dev.countersign.model.edit;

/** The lines of a text, looked at from a place in it. */
final class SourceLines {
  private final String text;
  private final String newline;

  SourceLines(String text) {
    this.text = text;
    this.newline = newline(text);
  }

  /** How the first line ends. */
  String newline() {
    return newline;
  }

  /** How many characters stand before a place on its line. */
  int column(int at) {
    return text.codePointCount(startOfLine(at), at);
  }

  /** Before the line break behind a place, or at the end of the text. */
  int endOfLine(int at) {
    int end = at;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether only space stands before a place on its line. */
  boolean startsItsLine(int at) {
    return text.substring(startOfLine(at), at).isBlank();
  }

  /** The place of the comma between two places that is in no comment, or -1. */
  int commaBehind(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ',') {
        return i;
      }
      i = text.charAt(i) == '#' ? endOfLine(i) : i;
    }
    return -1;
  }

  private int startOfLine(int at) {
    int start = at;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static String newline(String text) {
    int feed = text.indexOf('\n');
    int back = text.indexOf('\r');
    if (feed > 0 && back == feed - 1) {
      return "\r\n";
    }
    return feed < 0 && back >= 0 ? "\r" : "\n";
  }

  private static boolean isBreak(char sign) {
    return sign == '\n' || sign == '\r';
  }
}
