package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.policy.GuessedFields;
import java.util.ArrayList;
import java.util.List;

/** Credentials in running text: what follows {@code password:} and the like. */
final class Secrets {
  private static final int MOST = 100;
  private static final int SHORTEST = 4;

  private Secrets() {}

  static List<String> in(String text) {
    List<String> secrets = new ArrayList<>();
    int at = text.indexOf(':');
    while (at >= 0 && secrets.size() < MOST) {
      if (GuessedFields.sensitivity(wordBefore(text, at)) == Sensitivity.SECRET) {
        String value = wordAfter(text, at + 1);
        if (value.length() >= SHORTEST) {
          secrets.add(value);
        }
      }
      at = text.indexOf(':', at + 1);
    }
    return secrets;
  }

  private static String wordBefore(String text, int end) {
    int from = end;
    while (from > 0 && end - from < 40 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static String wordAfter(String text, int start) {
    int from = start;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    while (end < text.length() && end - from < 200 && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }
}
