package dev.countersign.cli.explain;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import java.util.List;
import java.util.Set;

/** What a key may hold, in words. */
final class KeyText {
  private KeyText() {}

  /** The words of a closed vocabulary; none for other types. */
  static List<Vocable> words(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> words;
      case KeyType.AnyOf(var words) -> words;
      default -> List.of();
    };
  }

  static String of(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> joined(words, " | ");
      case KeyType.AnyOf(var words) -> "list of " + joined(words, ", ");
      case KeyType.Trust _ -> "public | customer | partner | staff | operator";
      case KeyType.YesNo _ -> "yes | no";
      case KeyType.FreeText _ -> "text";
      case KeyType.Reference(var kinds) -> "id of " + kinds(kinds);
      case KeyType.References(var kinds) -> "ids of " + kinds(kinds);
      case KeyType.Date _ -> "date, such as 2027-02-01";
      case KeyType.Frequency _ -> "rate, such as 50/s or 1200/day";
      case KeyType.Amount _ -> "amount, such as 40 EUR or 20..90 EUR";
      case KeyType.Number _ -> "whole number";
      case KeyType.Files _ -> "path or glob, or a list of them";
    };
  }

  private static String joined(List<Vocable> words, String by) {
    return String.join(by, words.stream().map(Vocable::word).toList());
  }

  private static String kinds(Set<ElementKind> kinds) {
    return String.join(", ", kinds.stream().sorted().map(ElementKind::section).toList());
  }
}
