package dev.countersign.model.read;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.Span;
import java.util.Locale;

/** What ids look like. */
final class Ids {
  private static final int LONGEST = 64;

  private Ids() {}

  /** Whether a text is an id: {@code [a-z0-9][a-z0-9._-]{0,63}}. */
  static boolean valid(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isAlphanumeric(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Reports a text that is no id. */
  static void check(String id, Span at, Problems problems) {
    if (!valid(id)) {
      problems.add(
          "bad-id",
          at,
          Problems.quote(id) + " is no id",
          "lower-case letters, digits, '.', '_' and '-', at most 64, a letter or digit first",
          next(id));
    }
  }

  /** Whether a text has the form {@code name@element}. */
  static boolean validPair(String text) {
    int at = text.indexOf('@');
    return at > 0 && valid(text.substring(0, at)) && valid(text.substring(at + 1));
  }

  /**
   * Reports a text that is no pair.
   *
   * @param form what it should look like, for example {@code control@element}
   */
  static boolean checkPair(String text, String form, Span at, Problems problems) {
    boolean valid = validPair(text);
    if (!valid) {
      problems.add(
          "bad-id",
          at,
          Problems.quote(text) + " is no " + form,
          form + ", two ids joined by '@'",
          "Write what it is, '@', and the id of the element that it concerns.");
    }
    return valid;
  }

  private static String next(String id) {
    String better = better(id);
    return valid(better) ? "Write '" + better + "'." : "Choose such an id.";
  }

  private static String better(String id) {
    return id.length() > LONGEST
        ? ""
        : id.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('/', '-');
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
