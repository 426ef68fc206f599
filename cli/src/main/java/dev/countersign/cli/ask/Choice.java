package dev.countersign.cli.ask;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the answers that a question allows.
 *
 * @param word what to answer
 * @param meaning what that says, a phrase; empty where the word says it
 */
record Choice(String word, String meaning) {
  /** What a list of elements may hold where the file declares nothing that it could name. */
  static final Choice NONE = new Choice("none", "it is known that there is none");

  /** What a key of that type may hold in a system; empty where it is no closed list. */
  static List<Choice> of(KeyType type, SystemModel system) {
    return switch (type) {
      case KeyType.OneOf(var words) -> words(words);
      case KeyType.AnyOf(var words) -> words(words);
      case KeyType.Trust trust ->
          Stream.of(TrustLevel.values()).map(it -> new Choice(it.word(), it.meaning())).toList();
      case KeyType.YesNo yesNo -> List.of(new Choice("yes", ""), new Choice("no", ""));
      case KeyType.Reference(var kinds) -> elements(kinds, system);
      case KeyType.References(var kinds) -> elements(kinds, system);
      default -> List.of();
    };
  }

  private static List<Choice> words(List<Vocable> words) {
    return words.stream().map(it -> new Choice(it.word(), it.meaning())).toList();
  }

  private static List<Choice> elements(Set<ElementKind> kinds, SystemModel system) {
    return system.elements().values().stream()
        .filter(element -> kinds.contains(element.kind()))
        .sorted(Comparator.comparing(Element::kind).thenComparing(Element::id))
        .map(element -> new Choice(element.id(), what(element)))
        .toList();
  }

  private static String what(Element element) {
    return element.value("trust").orElse(null) instanceof FactValue.Level(var level)
        ? element.kind().word() + ", " + level.word()
        : element.kind().word();
  }
}
