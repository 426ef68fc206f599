package dev.countersign.cli.ask;

import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.derive.Question;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question as it is put to a person.
 *
 * @param group the same question about one element or several
 * @param key what is asked of each
 * @param choices what may be answered, where that is a closed list
 */
record Asked(QuestionGroup group, Key key, List<Choice> choices) {
  Asked {
    choices = List.copyOf(choices);
  }

  /** The question about elements of a system; empty where no key of the language answers it. */
  static Optional<Asked> of(QuestionGroup group, SystemModel system) {
    Question first = group.questions().getFirst();
    Optional<Element> element = system.element(first.fact().element());
    return element
        .flatMap(it -> Vocabulary.of(it.kind()).key(first.fact().key()))
        .map(key -> new Asked(group, key, choices(group, key, system)));
  }

  /** Who is asked about what surrounds an element means others. */
  private static List<Choice> choices(QuestionGroup group, Key key, SystemModel system) {
    List<String> about = group.questions().stream().map(it -> it.fact().element()).toList();
    List<Choice> choices =
        Choice.of(key.type(), system).stream()
            .filter(choice -> about.size() > 1 || !about.contains(choice.word()))
            .toList();
    return choices.isEmpty() && key.type() instanceof KeyType.References
        ? List.of(Choice.NONE)
        : choices;
  }

  /** Whether something can be answered; an element has to be declared before it can be named. */
  boolean answerable() {
    return !choices.isEmpty() || !forElements();
  }

  /** The kinds of element that the answer may name. */
  Set<ElementKind> kinds() {
    return switch (key.type()) {
      case KeyType.Reference(var kinds) -> kinds;
      case KeyType.References(var kinds) -> kinds;
      default -> Set.of();
    };
  }

  /** Whether more than one may be chosen. */
  boolean several() {
    return key.type() instanceof KeyType.References || key.type() instanceof KeyType.AnyOf;
  }

  /** Whether it asks for elements, which have to be declared. */
  boolean forElements() {
    return key.type() instanceof KeyType.References || key.type() instanceof KeyType.Reference;
  }

  /** Whether it is asked about several elements at once. */
  boolean aboutSeveral() {
    return group.questions().size() > 1;
  }

  /** Whether {@code none} may be answered though it is not among the choices. */
  boolean orNone() {
    return several() && choices.stream().noneMatch(choice -> choice.word().equals("none"));
  }
}
