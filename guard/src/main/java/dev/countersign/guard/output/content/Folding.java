package dev.countersign.guard.output.content;

/**
 * Letters and digits as they are compared: small, without accents of the full-width block, with
 * look-alikes of Cyrillic and Greek and the digits that stand for letters ("leet") as one letter.
 */
public final class Folding {
  private static final String FROM = "абвгдеёзіїјкмнорсстухцьԁԛѕһαβγεικνορτυχωοժӏԝѵɡıɑʟ";
  private static final String TO = "abbrdee3iijkmnopcctyxцьdqshabyeiknoptuxwodlwvgial";
  private static final char[] SMALL = small();

  /** Of letters below the last of {@link #FROM}. */
  private static final char[] LATIN = latin();

  private Folding() {}

  private static char[] small() {
    char[] table = new char[128];
    for (char c = '0'; c <= 'z'; c++) {
      table[c] =
          Chars.digit(c) ? "oizeasgtbg".charAt(c - '0') : Chars.letter(c) ? (char) (c | 0x20) : 0;
    }
    table['l'] = 'i';
    table['L'] = 'i';
    table['@'] = 'a';
    table['$'] = 's';
    return table;
  }

  /** What a character counts as; 0 if it does not count. */
  public static char of(char c) {
    if (c < 128) {
      return SMALL[c];
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return SMALL[c - 0xFEE0];
    }
    if (!Character.isLetterOrDigit(c)) {
      return 0;
    }
    char latin = latin(c);
    return latin < 128 ? SMALL[latin] : latin;
  }

  /** The Latin letter that a letter looks like, or itself in its small form. */
  public static char latin(char c) {
    char lower = Character.toLowerCase(c);
    return lower < LATIN.length ? LATIN[lower] : lower;
  }

  private static char[] latin() {
    char[] table = new char[FROM.chars().max().orElseThrow() + 1];
    for (char c = 0; c < table.length; c++) {
      int at = FROM.indexOf(c);
      table[c] = at >= 0 ? TO.charAt(at) : c;
    }
    return table;
  }

  /** Everything of a text that counts. */
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = of(text.charAt(i));
      if (c != 0) {
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
