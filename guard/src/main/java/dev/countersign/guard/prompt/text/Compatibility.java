package dev.countersign.guard.prompt.text;

import java.text.Normalizer;

/**
 * Compatibility decomposition (NFKD, Unicode Standard Annex 15) without the accents, a character at
 * a time. Accents go because attacks play with them and telling attacks apart does not need them.
 * Pages of 256 characters are made when one of them is first met; two threads may make the same
 * one.
 */
final class Compatibility {
  private static final char SEVERAL = 0;
  private static final char[][] PAGES = new char[256][];

  private Compatibility() {}

  /** What a character of the basic plane becomes, where that is one character; otherwise 0. */
  static char single(char unit) {
    char[] page = PAGES[unit >>> 8];
    if (page == null) {
      page = page(unit & 0xFF00);
      PAGES[unit >>> 8] = page;
    }
    return page[unit & 0xFF];
  }

  private static char[] page(int first) {
    char[] page = new char[256];
    for (int i = 0; i < page.length; i++) {
      String becomes = several(first + i);
      page[i] = becomes.length() == 1 ? becomes.charAt(0) : SEVERAL;
    }
    return page;
  }

  /** What a code point becomes; empty for an accent that stands alone. */
  static String several(int point) {
    if (point >= 0xD800 && point <= 0xDFFF) {
      return "\uFFFD";
    }
    String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(parts.length());
    parts.codePoints().filter(part -> !accent(part)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  static boolean accent(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
