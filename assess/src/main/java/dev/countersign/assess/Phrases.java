package dev.countersign.assess;

import dev.countersign.derive.Threat;
import java.util.ArrayList;
import java.util.List;

/** Lists and names in sentences. */
final class Phrases {
  /** How many items a sentence names; the rest are counted. */
  private static final int NAMED = 5;

  private Phrases() {}

  /** {@code a, b and c}; of a long list the first few and how many more. */
  static String and(List<String> items) {
    return joined(items, " and ");
  }

  /** {@code a, b or c}; of a long list the first few and how many more. */
  static String or(List<String> items) {
    return joined(items, " or ");
  }

  /** {@code a component}, {@code an output}. */
  static String withArticle(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** A threat with its rank: {@code evasion@fraud-gbt (high)}. */
  static String named(Threat threat) {
    return threat.id() + " (" + threat.rank().severity().word() + ")";
  }

  private static String joined(List<String> items, String last) {
    List<String> shown = new ArrayList<>(items);
    if (items.size() > NAMED) {
      shown = new ArrayList<>(items.subList(0, NAMED - 1));
      shown.add((items.size() - NAMED + 1) + " more");
    }
    int end = shown.size() - 1;
    return end < 1
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, end)) + last + shown.get(end);
  }
}
