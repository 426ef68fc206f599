package dev.countersign.report.onepage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles of attacks as noun phrases within a sentence. A title says "Backdoor planted through
 * data"; a sentence needs "a backdoor planted through data".
 */
final class Titles {
  private static final String THINGS =
      "(?:agent|artefact|backdoor|change|connection|decision|file|leak|model|sender|server|service"
          + "|store|supplier|tool|zone)";
  private static final String BEFORE =
      "(?:(?!(?:of|by|the|from|to|in|an?|through)\\b)[\\w-]+ ){0,4}?";
  private static final String AFTER =
      "(?= (?:of|that|by|on|from|to|planted|taken|stopped|released|open)\\b|$)";
  private static final Pattern ONE_THING =
      Pattern.compile("^" + BEFORE + THINGS + AFTER, Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE =
      Pattern.compile("^([A-Za-z]+) (learns|changes|adapt)\\b", Pattern.CASE_INSENSITIVE);

  private Titles() {}

  /** The title after other words, with the article that it needs. */
  static String within(String title) {
    String words = Nouns.within(title);
    if (words.startsWith("from ") || title.startsWith("From ")) {
      return "a way " + words;
    }
    Matcher clause = CLAUSE.matcher(words);
    if (clause.find()) {
      String relative = clause.replaceFirst("$1 that $2");
      return clause.group(1).endsWith("s") ? relative : withArticle(relative);
    }
    return ONE_THING.matcher(words).find() ? withArticle(words) : words;
  }

  private static String withArticle(String words) {
    return ("aeiou".indexOf(Character.toLowerCase(words.charAt(0))) >= 0 ? "an " : "a ") + words;
  }
}
