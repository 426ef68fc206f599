package dev.countersign.attest.oms;

import java.util.Comparator;

/**
 * Orders text by its code points, as section 5.2.1 wants. Java's own order is by UTF-16 units,
 * which puts what stands above U+FFFF before U+E000.
 */
enum CodePointOrder implements Comparator<String> {
  BY_CODE_POINT;

  @Override
  public int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(weight(a.charAt(i)), weight(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** A half of a pair stands for a code point above all that have a unit of their own. */
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
