package dev.countersign.guard.output.markup;

import java.util.Locale;

/**
 * One line of Markdown without its containers.
 *
 * @param start where what follows block quotes and list markers starts
 * @param end where it ends, without the newline
 * @param quotes how many block quotes it is in
 * @param indent how far that is indented, in columns from the last quote on
 * @param marker whether it has a list marker
 */
record Line(String text, int start, int end, int quotes, int indent, boolean marker) {
  static Line of(String text, int from, int end) {
    int i = from;
    int quotes = 0;
    int indent = 0;
    boolean marker = false;
    while (i < end) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        indent += c == ' ' ? 1 : 4 - indent % 4;
        i++;
      } else if (c == '>' && indent < 4 && !marker) {
        quotes++;
        indent = 0;
        i += i + 1 < end && text.charAt(i + 1) == ' ' ? 2 : 1;
      } else {
        int width = markerWidth(text, i, end);
        if (width == 0) {
          break;
        }
        marker = true;
        indent += width;
        i += width;
      }
    }
    return new Line(text, i, end, quotes, indent, marker);
  }

  private static int markerWidth(String text, int at, int end) {
    int i = at;
    while (i < end && i - at < 9 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    boolean ordered = i > at && i < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
    boolean bullet = i == at && "-+*".indexOf(text.charAt(at)) >= 0;
    boolean blank = i + 1 < end && (text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\t');
    return (ordered || bullet) && blank ? i + 2 - at : 0;
  }

  boolean empty() {
    return start >= end;
  }

  /** How long a fence starts here; 0 for none. */
  int fence() {
    if (empty()) {
      return 0;
    }
    char sign = text.charAt(start);
    int i = start;
    while (i < end && text.charAt(i) == sign) {
      i++;
    }
    boolean fence = (sign == '`' || sign == '~') && i - start >= 3;
    boolean info = sign == '~' || text.indexOf('`', i) < 0 || text.indexOf('`', i) >= end;
    return fence && info ? i - start : 0;
  }

  boolean closes(Block block) {
    int length = fence();
    return length >= block.length()
        && text.charAt(start) == block.fence()
        && text.substring(start + length, end).isBlank();
  }

  boolean diagram() {
    String info = text.substring(start, end).toLowerCase(Locale.ROOT);
    return info.contains("mermaid") || info.contains("svg") || info.contains("plantuml");
  }

  /** What ends the block of HTML that starts here; "-" if none does. */
  String html() {
    boolean tag =
        start + 1 < end
            && text.charAt(start) == '<'
            && (HtmlScan.letter(text.charAt(start + 1))
                || "/!?".indexOf(text.charAt(start + 1)) >= 0);
    if (!tag || autolink()) {
      return "-";
    }
    for (String raw : new String[] {"script", "pre", "style", "textarea"}) {
      if (text.regionMatches(true, start + 1, raw, 0, raw.length())) {
        return "</" + raw;
      }
    }
    return text.startsWith("!--", start + 1) ? "-->" : "";
  }

  private boolean autolink() {
    String rest = text.substring(start, end);
    int close = rest.indexOf('>');
    int colon = rest.indexOf(':');
    int blank = rest.indexOf(' ');
    return colon > 0 && close > colon && (blank < 0 || blank > colon);
  }

  boolean contains(String word) {
    for (int i = start; i + word.length() <= end; i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
