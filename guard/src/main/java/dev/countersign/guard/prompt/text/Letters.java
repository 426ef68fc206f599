package dev.countersign.guard.prompt.text;

/** Letters and digits of all scripts; those of ASCII, which most are, without a look at tables. */
final class Letters {
  private Letters() {}

  static boolean letter(char unit) {
    int small = unit | 0x20;
    return unit < 0x80 ? small >= 'a' && small <= 'z' : Character.isLetter(unit);
  }

  static boolean letterOrDigit(char unit) {
    return unit < 0x80
        ? letter(unit) || unit >= '0' && unit <= '9'
        : Character.isLetterOrDigit(unit);
  }
}
