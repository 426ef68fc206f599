package dev.countersign.guard.tool;

import java.util.ArrayList;
import java.util.List;

/** Addresses of pages in running text. */
final class Links {
  private static final int MOST = 100;

  private Links() {}

  static List<String> in(String text) {
    List<String> links = new ArrayList<>();
    int at = 0;
    while (at < text.length() && links.size() < MOST) {
      int end = at;
      while (end < text.length() && !isEnd(text.charAt(end))) {
        end++;
      }
      if (isLink(text, at, end)) {
        links.add(text.substring(at, end));
      }
      at = end + 1;
    }
    return links;
  }

  private static boolean isEnd(char c) {
    return Character.isWhitespace(c) || "<>\"'()[]{}|,".indexOf(c) >= 0;
  }

  private static boolean isLink(String text, int from, int end) {
    int colon = text.indexOf("://", from);
    return colon >= from && colon < end
        || end - from > 4 && text.regionMatches(true, from, "www.", 0, 4);
  }
}
