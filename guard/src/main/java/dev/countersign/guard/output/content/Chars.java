package dev.countersign.guard.output.content;

/** Classes of characters, in ASCII where nothing else is said. */
final class Chars {
  private static final int WORD = 1;
  private static final int BASE64 = 2;
  private static final byte[] CLASSES = classes();

  private Chars() {}

  private static byte[] classes() {
    byte[] table = new byte[128];
    for (char c = 0; c < 128; c++) {
      boolean word = alnum(c) || c == '_' || c == '-';
      table[c] = (byte) (word ? WORD | BASE64 : c == '+' || c == '/' ? BASE64 : 0);
    }
    return table;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  static boolean alnum(char c) {
    return digit(c) || letter(c);
  }

  /** Of a token: letters, digits, {@code _} and {@code -}. */
  static boolean word(char c) {
    return c < 128 && (CLASSES[c] & WORD) != 0;
  }

  static boolean base64(char c) {
    return c < 128 && (CLASSES[c] & BASE64) != 0;
  }

  static boolean hex(char c) {
    return digit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
  }

  static char at(String text, int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  /** Whether one of the words, in lower case, stands shortly before or after a place. */
  static boolean near(String text, int start, int end, String... words) {
    int from = Math.max(0, start - 48);
    int to = Math.min(text.length(), end + 24);
    for (String word : words) {
      char first = word.charAt(0);
      for (int i = from; i + word.length() <= to; i++) {
        char c = text.charAt(i);
        boolean could = ((c | 0x20) == first || c >= 128) && !letter(at(text, i - 1));
        if (could && text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
