package dev.countersign.guard.prompt.text;

/** The alphabet rotated by 13, which is its own inverse. */
final class Rot13 {
  private Rot13() {}

  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = of(chars[i]);
    }
    return new String(chars);
  }

  static char of(char unit) {
    int letter = unit | 0x20;
    if (letter < 'a' || letter > 'z') {
      return unit;
    }
    return (char) (unit + (letter <= 'm' ? 13 : -13));
  }
}
