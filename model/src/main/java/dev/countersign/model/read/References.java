package dev.countersign.model.read;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.Span;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every reference of a system, checked when all elements are known. */
final class References {
  private final Problems problems;
  private final List<Pending> pending = new ArrayList<>();
  private final Set<String> perhaps = new HashSet<>();
  private final Map<Set<ElementKind>, List<String>> candidates = new HashMap<>();
  private boolean complete = true;

  References(Problems problems) {
    this.problems = problems;
  }

  void add(Scalar scalar, Set<ElementKind> kinds) {
    add(scalar.text(), scalar.span(), kinds);
  }

  void add(String id, Span at, Set<ElementKind> kinds) {
    pending.add(new Pending(id, at, kinds));
  }

  /** A part could not be read: elements that seem to be missing may stand there. */
  void incomplete() {
    complete = false;
  }

  /** An id that was declared where nothing can be declared. */
  void perhaps(String id) {
    perhaps.add(id);
  }

  void check(Map<String, Element> elements) {
    for (Pending reference : pending) {
      Element element = elements.get(reference.id());
      if (element == null) {
        dead(reference, elements.values());
      } else if (!reference.kinds().contains(element.kind())) {
        wrongKind(reference, element);
      }
    }
  }

  /** What a reference to one of these kinds has to be, in words. */
  static String expected(Set<ElementKind> kinds) {
    if (kinds.size() == ElementKind.values().length) {
      return "the id of an element";
    }
    List<String> words = new ArrayList<>();
    for (ElementKind kind : ElementKind.values()) {
      if (kinds.contains(kind)) {
        words.add(kind.word());
      }
    }
    String last = words.removeLast();
    String list = words.isEmpty() ? last : String.join(", ", words) + " or " + last;
    return "the id of " + withArticle(list);
  }

  private void dead(Pending reference, Collection<Element> elements) {
    if (!complete || perhaps.contains(reference.id())) {
      return;
    }
    Optional<String> near = problems.suggest(reference.id(), ids(reference.kinds(), elements));
    problems.add(
        "dead-reference",
        reference.at(),
        "there is no element " + Problems.quote(reference.id()),
        expected(reference.kinds()),
        near.map(id -> "Did you mean '" + id + "'?")
            .orElse("Declare it, or name one that is declared."));
  }

  private void wrongKind(Pending reference, Element element) {
    problems.add(
        "wrong-kind",
        reference.at(),
        Problems.quote(reference.id()) + " is " + withArticle(element.kind().word()),
        expected(reference.kinds()),
        "Name one of these; '%s' is declared at %s.".formatted(element.id(), element.place()));
  }

  private static String withArticle(String words) {
    return ("aeio".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
  }

  private List<String> ids(Set<ElementKind> kinds, Collection<Element> elements) {
    return candidates.computeIfAbsent(
        kinds,
        absent -> {
          Map<String, Element> sorted = new TreeMap<>();
          for (Element element : elements) {
            if (kinds.contains(element.kind())) {
              sorted.put(element.id(), element);
            }
          }
          return List.copyOf(sorted.keySet());
        });
  }

  private record Pending(String id, Span at, Set<ElementKind> kinds) {}
}
