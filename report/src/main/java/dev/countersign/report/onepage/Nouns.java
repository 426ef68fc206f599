package dev.countersign.report.onepage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** English nouns made from ids and titles. */
final class Nouns {
  /** What reads as words once its hyphens are spaces: {@code fraud-analyst}, not {@code u_2.x}. */
  private static final Pattern WORDS = Pattern.compile("[a-z]{2,}(-[a-z]{2,}){0,3}");

  private static final int LONGEST = 32;
  private static final Set<String> UNCOUNTED =
      Set.of(
          "staff",
          "personnel",
          "maintenance",
          "support",
          "safety",
          "security",
          "management",
          "public",
          "press",
          "people",
          "operations",
          "ops",
          "engineering",
          "finance",
          "legal",
          "crew");
  private static final Set<String> BODIES =
      Set.of("lab", "team", "department", "committee", "board", "group", "unit", "office", "desk");
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "passer-by",
          "passers-by",
          "person",
          "people",
          "child",
          "children",
          "man",
          "men",
          "woman",
          "women");
  private static final Set<String> ABBREVIATIONS =
      Set.of("ai", "api", "hr", "it", "llm", "mcp", "ml", "qa", "crm", "sre", "soc");

  private Nouns() {}

  /** Whether an id reads as a noun. */
  static boolean isNoun(String id) {
    return id.length() <= LONGEST && WORDS.matcher(id).matches();
  }

  /** Several of whom the id names: {@code ML engineers}, {@code the bench lab}. */
  static String plural(String id) {
    if (IRREGULAR.containsKey(id)) {
      return IRREGULAR.getOrDefault(id, id);
    }
    String words = words(id);
    String last = id.substring(id.lastIndexOf('-') + 1);
    if (BODIES.contains(last)) {
      return "the " + words;
    }
    return UNCOUNTED.contains(last)
        ? words
        : words.substring(0, words.length() - last.length()) + pluralWord(last);
  }

  /** The words of an id. */
  static String words(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
        .collect(Collectors.joining(" "));
  }

  /** A title as it stands within a sentence; names and abbreviations keep their capitals. */
  static String within(String title) {
    boolean common =
        title.length() > 1
            && Character.isUpperCase(title.charAt(0))
            && Character.isLowerCase(title.charAt(1));
    boolean article = title.startsWith("A ");
    return common || article
        ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)
        : title;
  }

  /** With a capital. */
  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String pluralWord(String word) {
    if (IRREGULAR.containsKey(word)) {
      return IRREGULAR.getOrDefault(word, word);
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return word;
    }
    if (word.matches(".*(ss|x|ch|sh|z)")) {
      return word + "es";
    }
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }
}
