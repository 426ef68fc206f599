package dev.countersign.derive;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Place;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Collects the unknown facts on which triggers hang, and words them as questions.
 *
 * <p>A trigger may hang on several facts at once, and the answer to one often settles the others:
 * who asks "which models does it run?" need not yet ask for its tools. So of every undecided threat
 * only the fact is asked that the most undecided threats hang on.
 */
final class Questions {
  private final SystemModel system;
  private final Map<FactRef, TreeSet<String>> decides = new TreeMap<>();
  private final List<List<FactRef>> undecided = new ArrayList<>();

  Questions(SystemModel system) {
    this.system = system;
  }

  /** A threat that these facts may confirm or rule out. */
  void add(List<FactRef> missing, String threat) {
    missing.forEach(fact -> decides.computeIfAbsent(fact, _ -> new TreeSet<>()).add(threat));
    undecided.add(missing);
  }

  /** The question that decides most first. */
  List<Question> sorted() {
    List<Question> questions = new ArrayList<>();
    for (FactRef fact : asked()) {
      questions.add(question(fact, List.copyOf(decides.getOrDefault(fact, new TreeSet<>()))));
    }
    questions.sort(
        Comparator.comparingInt((Question question) -> -question.decides().size())
            .thenComparing(Question::id));
    return questions;
  }

  private Set<FactRef> asked() {
    Set<FactRef> asked = new TreeSet<>();
    for (List<FactRef> missing : undecided) {
      missing.stream()
          .min(Comparator.comparingInt((FactRef fact) -> -weight(fact)).thenComparing(fact -> fact))
          .ifPresent(asked::add);
    }
    return asked;
  }

  private int weight(FactRef fact) {
    return decides.getOrDefault(fact, new TreeSet<>()).size();
  }

  private Question question(FactRef fact, List<String> threats) {
    Optional<Element> element = system.element(fact.element());
    Optional<Key> key = element.flatMap(e -> Vocabulary.of(e.kind()).key(fact.key()));
    Place place = element.map(Element::place).orElse(system.info().place());
    String text =
        key.map(Key::question)
            .orElse("What is " + fact.key() + " of {id}?")
            .replace("{id}", fact.element());
    return new Question(
        fact, text, key.map(k -> answers(k.type())).orElse(List.of()), place, threats);
  }

  private static String sections(Set<ElementKind> kinds) {
    return kinds.stream().sorted().map(ElementKind::section).collect(Collectors.joining(", "));
  }

  private static List<String> answers(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> words.stream().map(KeyType.Vocable::word).toList();
      case KeyType.AnyOf(var words) -> words.stream().map(KeyType.Vocable::word).toList();
      case KeyType.YesNo yesNo -> List.of("yes", "no");
      case KeyType.Trust trust -> List.of("public", "customer", "partner", "staff", "operator");
      case KeyType.Reference(var kinds) -> List.of("the id of one of " + sections(kinds));
      case KeyType.References(var kinds) -> List.of("ids of " + sections(kinds), "none");
      case KeyType.Frequency rate -> List.of("a rate such as 50/s");
      case KeyType.Amount money -> List.of("an amount such as 40 EUR");
      case KeyType.Number number -> List.of("a number");
      case KeyType.Date date -> List.of("a day such as 2027-02-01");
      case KeyType.FreeText text -> List.of("a sentence");
      case KeyType.Files files -> List.of("a path");
    };
  }
}
