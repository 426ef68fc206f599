package dev.countersign.guard.output.markup;

/**
 * Where a link of Markdown leads: CommonMark 0.31, 6.3.
 *
 * @param address without angle brackets, escapes and references of characters
 * @param end where it ends
 * @param closed whether it ended before the stretch did
 */
record Target(String address, int end, boolean closed) {
  static Target at(String text, int start, int to) {
    if (start < to && text.charAt(start) == '<') {
      int close = text.indexOf('>', start);
      boolean ends = close >= 0 && close < to;
      int end = ends ? close : to;
      return new Target(plain(text.substring(start + 1, end)), ends ? end + 1 : end, ends);
    }
    int depth = 0;
    int i = start;
    while (i < to && text.charAt(i) > ' ') {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        break;
      }
      i++;
    }
    int end = Math.min(i, to);
    return new Target(plain(text.substring(start, end)), end, end < to);
  }

  private static String plain(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean escape =
          c == '\\'
              && i + 1 < written.length()
              && !Character.isLetterOrDigit(written.charAt(i + 1))
              && written.charAt(i + 1) < 128;
      text.append(escape ? written.charAt(++i) : c);
    }
    return Entities.decode(text.toString());
  }

  /** Where an address ends that stands in the text, without the punctuation after it. */
  static int bareEnd(String text, int from, int to) {
    int end = from;
    int open = 0;
    while (end < to && text.charAt(end) > ' ' && "<>\"`|".indexOf(text.charAt(end)) < 0) {
      open += text.charAt(end) == '(' ? 1 : 0;
      if (text.charAt(end) == ')' && open-- == 0 || text.charAt(end) == ']') {
        break;
      }
      end++;
    }
    while (end > from && ".,;:!?'*_~\u2026".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
