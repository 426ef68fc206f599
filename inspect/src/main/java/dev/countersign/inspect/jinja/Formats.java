package dev.countersign.inspect.jinja;

import java.util.List;
import java.util.Optional;

/** Formats of Python that put characters and texts together. */
final class Formats {
  private Formats() {}

  /** A character by its number. */
  static Optional<String> character(long code) {
    return code >= 0 && code <= Character.MAX_CODE_POINT
        ? Optional.of(Character.toString((int) code))
        : Optional.empty();
  }

  /** {@code '%c%s' % (95, 'a')}; empty where an argument is missing. */
  static Optional<String> percent(String format, List<?> arguments) {
    StringBuilder text = new StringBuilder();
    int argument = 0;
    for (int at = 0; at < format.length(); at++) {
      char c = format.charAt(at);
      if (c != '%' || at + 1 == format.length()) {
        text.append(c);
        continue;
      }
      char kind = format.charAt(++at);
      if (kind == '%') {
        text.append('%');
      } else if (argument == arguments.size()) {
        return Optional.empty();
      } else {
        text.append(argument(kind, arguments.get(argument++)));
      }
    }
    return Optional.of(text.toString());
  }

  /** {@code '{}{1}'.format('a', 'b')}; what is more than an index stays as it is. */
  static Optional<String> braces(String format, List<?> arguments) {
    String text = format;
    for (Object argument : arguments) {
      text =
          text.replaceFirst(
              "\\{}", java.util.regex.Matcher.quoteReplacement(Fold.string(argument)));
    }
    for (int i = 0; i < Math.min(arguments.size(), 100); i++) {
      text = text.replace("{" + i + "}", Fold.string(arguments.get(i)));
      if (text.length() > Fold.LONGEST) {
        return Optional.empty();
      }
    }
    if (arguments.size() == 1
        && arguments.getFirst() instanceof Long code
        && format.equals("{:c}")) {
      return character(code);
    }
    return Optional.of(text);
  }

  private static String argument(char kind, Object value) {
    return kind == 'c' && value instanceof Long code
        ? character(code).orElse("")
        : kind == 'x' && value instanceof Long number
            ? Long.toHexString(number)
            : Fold.string(value);
  }
}
