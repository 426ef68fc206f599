package dev.countersign.guard.tool.structure;

/** The escapes that stand for white space; of others the character counts. */
final class Escape {
  private Escape() {}

  static char of(char escaped) {
    switch (escaped) {
      case 'n':
      case 'r':
        return '\n';
      case 't':
        return '\t';
      default:
        return escaped;
    }
  }
}
