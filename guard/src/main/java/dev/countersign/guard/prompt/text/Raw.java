package dev.countersign.guard.prompt.text;

import java.util.Arrays;

/** Views before they are folded. */
final class Raw {
  private Raw() {}

  /** The text as it came. */
  static View of(CharSequence text, int most) {
    int length = Math.min(text.length(), most);
    char[] chars = new char[length];
    if (text instanceof String string) {
      string.getChars(0, length, chars, 0);
    } else {
      for (int i = 0; i < length; i++) {
        chars[i] = text.charAt(i);
      }
    }
    return new View(chars, View.SAME, length, length);
  }

  /** A decoded text, all of which stands where its encoded form does. */
  static View payload(String text, int from, int to) {
    char[] chars = text.toCharArray();
    int[] starts = new int[chars.length];
    Arrays.fill(starts, from);
    return new View(chars, starts, chars.length, to);
  }
}
