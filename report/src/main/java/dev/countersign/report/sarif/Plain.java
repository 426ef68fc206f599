package dev.countersign.report.sarif;

/**
 * Text for a SARIF message. There, square brackets make links and braces mark arguments: a text
 * from a file could put a link of its own into a trusted report, so both are escaped (SARIF 2.1.0,
 * sections 3.11.5 and 3.11.6).
 */
final class Plain {
  private Plain() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.chars().forEach(c -> plain.append(escaped((char) c)));
    return plain.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '[', ']', '\\' -> "\\" + c;
      case '{', '}' -> "" + c + c;
      default -> String.valueOf(c);
    };
  }
}
