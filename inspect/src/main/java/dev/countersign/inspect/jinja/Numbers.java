package dev.countersign.inspect.jinja;

/** Whole numbers as Jinja writes them. */
final class Numbers {
  private Numbers() {}

  /** The number; the largest there is where it has more digits than fit. */
  static long of(String text) {
    String plain = text.replace("_", "");
    try {
      return Long.decode(plain.matches("0[0-9]+") ? plain.replaceFirst("^0+(?=.)", "") : plain);
    } catch (NumberFormatException large) {
      return Long.MAX_VALUE;
    }
  }
}
