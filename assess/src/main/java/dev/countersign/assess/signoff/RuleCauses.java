package dev.countersign.assess.signoff;

import dev.countersign.assess.Catalogue;
import dev.countersign.assess.signoff.StaleCause.Sort;
import dev.countersign.knowledge.Family;
import java.util.ArrayList;
import java.util.List;

/** Says how the rule of a family changed. */
final class RuleCauses {
  private final Catalogue catalogue;

  RuleCauses(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Nothing where a rule came or went with what it decides about. */
  List<StaleCause> of(Difference difference) {
    if (difference.before().isEmpty() || difference.after().isEmpty()) {
      return List.of();
    }
    String[] words = difference.name().split(" ", 2);
    String family = words[0];
    String rule = "The rule " + family + pack(family);
    return switch (words.length > 1 ? words[1] : "") {
      case RuleParts.TRIGGER -> List.of(cause(Sort.RULE, family, rule + " triggers otherwise."));
      case RuleParts.CONTROLS ->
          List.of(
              cause(Sort.RULE, family, rule + " lists other controls: " + lists(difference) + "."));
      default -> cited(family, rule, difference);
    };
  }

  /** New editions of what was cited before are told apart from other citations. */
  private static List<StaleCause> cited(String family, String rule, Difference difference) {
    List<String> come = new ArrayList<>(difference.come());
    List<String> gone = new ArrayList<>(difference.gone());
    List<String> editions = new ArrayList<>();
    for (String reference : difference.gone()) {
      come.stream()
          .filter(other -> withoutEdition(other).equals(withoutEdition(reference)))
          .findFirst()
          .ifPresent(other -> {
            editions.add(other + " in place of " + reference);
            come.remove(other);
            gone.remove(reference);
          });
    }
    List<StaleCause> causes = new ArrayList<>();
    if (!editions.isEmpty()) {
      causes.add(
          cause(
              Sort.CATALOGUE,
              family,
              rule + " follows a new edition: it cites " + String.join(", ", editions) + "."));
    }
    if (!come.isEmpty() || !gone.isEmpty()) {
      causes.add(
          cause(Sort.CATALOGUE, family, rule + " cites otherwise: " + lists(come, gone) + "."));
    }
    return causes;
  }

  private static String withoutEdition(String reference) {
    return reference.replaceAll(":[0-9.]+$", "");
  }

  private static String lists(Difference difference) {
    return lists(difference.come(), difference.gone());
  }

  private static String lists(List<String> come, List<String> gone) {
    List<String> parts = new ArrayList<>();
    if (!come.isEmpty()) {
      parts.add("gained " + String.join(", ", come));
    }
    if (!gone.isEmpty()) {
      parts.add("lost " + String.join(", ", gone));
    }
    return String.join(" and ", parts);
  }

  private String pack(String family) {
    return catalogue.family(family).map(Family::pack).map(id -> " (pack " + id + ")").orElse("");
  }

  private static StaleCause cause(Sort sort, String family, String text) {
    return new StaleCause(sort, family, text);
  }
}
