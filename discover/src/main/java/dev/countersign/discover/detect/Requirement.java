package dev.countersign.discover.detect;

/**
 * A requirement of a Python package, such as {@code torch[cuda]>=2.1,<3 ; python_version>"3.9"}.
 *
 * @param name without extras
 * @param floats whether the version is left open
 */
record Requirement(String name, boolean floats) {
  /** Reads a requirement; its name is empty where the text is none. */
  static Requirement of(String text) {
    String bare = text.strip();
    int end = 0;
    while (end < bare.length() && isPart(bare.charAt(end))) {
      end++;
    }
    return new Requirement(bare.substring(0, end), !bare.substring(end).contains("=="));
  }

  private static boolean isPart(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }
}
