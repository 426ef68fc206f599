package dev.countersign.model.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that a person most likely meant: the least optimal-string-alignment distance
 * (Damerau-Levenshtein with adjacent swaps), if it is small for the length of the word.
 *
 * <p>By hand, since it is short and commons-text with commons-lang3 would add a megabyte to the
 * start of every command.
 */
final class Nearest {
  private static final int LONGEST = 64;
  private static final int SHORTEST_PART = 3;

  /** How many comparisons one reading may spend: suggestions must not make a bad file slow. */
  private int budget = 500_000;

  Optional<String> to(String written, Collection<String> candidates) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return Optional.empty();
    }
    String word = normal(written);
    int allowed = word.length() < 3 ? 1 : word.length() < 6 ? 2 : 3;
    Optional<String> best = Optional.empty();
    for (String candidate : candidates) {
      if (budget-- <= 0) {
        return best;
      }
      int distance = distance(word, normal(candidate), allowed);
      if (distance <= allowed && distance < Math.max(word.length(), candidate.length()) - 1) {
        best = Optional.of(candidate);
        allowed = distance - 1;
      }
    }
    return best.isPresent() ? best : byPart(word, candidates);
  }

  /** {@code logs} means {@code production-logs}, if no other candidate has such a part. */
  private Optional<String> byPart(String word, Collection<String> candidates) {
    Optional<String> found = Optional.empty();
    for (String candidate : candidates) {
      if (budget-- <= 0) {
        return found;
      }
      boolean has = word.length() >= SHORTEST_PART && hasPart(normal(candidate), word);
      if (has && found.isPresent()) {
        return Optional.empty();
      }
      found = has ? Optional.of(candidate) : found;
    }
    return found;
  }

  private static boolean hasPart(String candidate, String word) {
    int at = candidate.indexOf(word);
    return at == 0 || at > 0 && !Character.isLetterOrDigit(candidate.charAt(at - 1));
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(cost, before[j - 2] + 1) : cost;
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }
}
