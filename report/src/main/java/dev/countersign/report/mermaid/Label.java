package dev.countersign.report.mermaid;

import dev.countersign.model.SafeText;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Text in quotes. Mermaid reads quotes, brackets, back-ticks, percent signs and words of its own
 * within text, so all but letters, digits and a few harmless signs are written by their number.
 */
final class Label {
  private static final String HARMLESS = " .,-/:()\u2192\u25b2";

  private Label() {}

  /** Lines of one label, in quotes. */
  static String of(Collection<String> lines) {
    return lines.stream().map(Label::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    SafeText.of(text)
        .codePoints()
        .forEach(point -> {
          if (isHarmless(point)) {
            escaped.appendCodePoint(point);
          } else {
            escaped.append('#').append(point).append(';');
          }
        });
    return escaped.toString();
  }

  /** One line for screen readers, where numbers would be read out: other signs become spaces. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    SafeText.of(text)
        .codePoints()
        .forEach(point -> plain.appendCodePoint(isHarmless(point) || point == '@' ? point : ' '));
    return plain.toString();
  }

  private static boolean isHarmless(int point) {
    return Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0;
  }
}
