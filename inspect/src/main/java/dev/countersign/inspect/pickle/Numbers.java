package dev.countersign.inspect.pickle;

/**
 * A number in a line of text, as CPython reads it: with spaces around it, underscores in it, in
 * other bases, up to a NUL. Python itself writes digits only, with a minus before and an L behind.
 *
 * @param fits whether it is a number of 64 bits
 * @param value the number, where it fits
 * @param canonical whether it is written as Python writes it
 */
record Numbers(boolean fits, long value, boolean canonical) {
  private static final int LONGEST = 19;

  static Numbers read(String line) {
    int end = line.endsWith("L") ? line.length() - 1 : line.length();
    int start = line.startsWith("-") ? 1 : 0;
    int digits = end - start;
    for (int i = start; i < end; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return loose(line);
      }
    }
    if (digits <= 0 || digits > 1 && line.charAt(start) == '0') {
      return loose(line);
    }
    return digits >= LONGEST
        ? new Numbers(false, 0, true)
        : new Numbers(true, Long.parseLong(line, 0, end, 10), true);
  }

  private static Numbers loose(String line) {
    int nul = line.indexOf('\0');
    String text = (nul < 0 ? line : line.substring(0, nul)).strip().replace("_", "");
    boolean negative = text.startsWith("-");
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    String plain = unsigned.endsWith("L") ? unsigned.substring(0, unsigned.length() - 1) : unsigned;
    int radix = radix(plain);
    String digits =
        radix == 10 ? plain : plain.substring(plain.length() > 1 && plain.charAt(1) > '9' ? 2 : 1);
    try {
      long value = Long.parseLong(digits, radix);
      return new Numbers(true, negative ? -value : value, false);
    } catch (NumberFormatException none) {
      return new Numbers(false, 0, false);
    }
  }

  private static int radix(String plain) {
    if (plain.length() < 2 || plain.charAt(0) != '0') {
      return 10;
    }
    return switch (plain.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  /** The same for the number of a memo, which is always of base 10. */
  static Numbers decimal(String line) {
    Numbers strict = read(line);
    if (strict.canonical() && !line.endsWith("L")) {
      return strict;
    }
    int nul = line.indexOf('\0');
    String text = (nul < 0 ? line : line.substring(0, nul)).strip().replace("_", "");
    try {
      return new Numbers(true, Long.parseLong(text), false);
    } catch (NumberFormatException none) {
      return new Numbers(false, 0, false);
    }
  }
}
