package dev.countersign.guard.output.content;

/** How random a token looks. */
final class Randomness {
  private static final String[] PLACEHOLDERS = {
    "example",
    "xxxx",
    "your",
    "changeme",
    "placeholder",
    "redacted",
    "dummy",
    "sample",
    "todo",
    "insert",
    "replace",
    "****",
    "....",
    "<",
    "abcdef",
    "123456",
    "aaaa",
    "0000",
    "foobar",
    "fake"
  };

  private Randomness() {}

  /** Shannon's entropy of the characters, in bits a character. */
  static double entropy(String text) {
    int[] counts = new int[128];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i) & 127]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** How many of capitals, small letters, digits and other signs there are, from 0 to 4. */
  static int classes(String text) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      seen |= c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : Chars.digit(c) ? 4 : 8;
    }
    return Integer.bitCount(seen);
  }

  /** Whether it says of itself that it is none, as documentation does. */
  static boolean placeholder(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    for (String word : PLACEHOLDERS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a key or token of that length would look like this. */
  static boolean random(String text) {
    double least = Math.min(3.0, Math.log(Math.max(2, text.length())) / Math.log(2) - 0.8);
    return !placeholder(text) && entropy(text) >= least && hasDigit(text);
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether it is a UUID, which names things and opens nothing. */
  static boolean uuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : !Chars.hex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
