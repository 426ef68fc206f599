package dev.countersign.assess.change;

import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.assess.change.ElementChange.Sort;
import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says in one sentence what was edited. */
final class Sentences {
  /** How many facts of a new element are told with it. */
  private static final int FACTS = 3;

  private final SystemModel before;
  private final SystemModel after;

  Sentences(SystemModel before, SystemModel after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The edit as a cause.
   *
   * @param telling the facts that matter: those of a new element are told with it
   */
  Cause cause(Edit edit, Grounds grounds, Collection<FactRef> telling) {
    return switch (edit) {
      case Edit.OfElement(var change) ->
          new Cause(Cause.Sort.ELEMENT, change.element(), element(change, telling), grounds);
      case Edit.OfFact(var change) ->
          new Cause(Cause.Sort.FACT, change.fact().toString(), fact(change), grounds);
    };
  }

  private String element(ElementChange change, Collection<FactRef> telling) {
    String named = change.element() + " (" + change.kind().word() + ")";
    if (change.sort() == Sort.REMOVED) {
      return named + " is gone.";
    }
    List<String> facts =
        telling.stream()
            .filter(fact -> fact.element().equals(change.element()))
            .flatMap(fact -> value(after, fact).map(v -> fact.key() + " " + v).stream())
            .limit(FACTS)
            .toList();
    return named + " is new" + (facts.isEmpty() ? "." : ": " + String.join("; ", facts) + ".");
  }

  private static Optional<String> value(SystemModel system, FactRef fact) {
    return system.element(fact.element()).flatMap(e -> e.value(fact.key())).map(FactValue::written);
  }

  private String fact(FactChange change) {
    FactRef fact = change.fact();
    String name = fact.key() + " of " + fact.element();
    if (change.before().isEmpty()) {
      return name + " is " + change.after().orElse("") + "; it was not stated.";
    }
    if (change.after().isEmpty()) {
      return name + " is no longer stated; it was " + change.before().get() + ".";
    }
    return lists(fact)
        .map(lists -> name + " " + lists + ".")
        .orElse(name + " went from " + change.before().get() + " to " + change.after().get() + ".");
  }

  /** What came and went, where both are lists that have something in them. */
  private Optional<String> lists(FactRef fact) {
    List<String> was = before.element(fact.element()).map(e -> list(e, fact.key())).orElseThrow();
    List<String> is = after.element(fact.element()).map(e -> list(e, fact.key())).orElseThrow();
    if (was.isEmpty() || is.isEmpty() || was.stream().noneMatch(is::contains)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    List<String> come = is.stream().filter(item -> !was.contains(item)).toList();
    List<String> gone = was.stream().filter(item -> !is.contains(item)).toList();
    if (!come.isEmpty()) {
      parts.add("gained " + String.join(", ", come));
    }
    if (!gone.isEmpty()) {
      parts.add("lost " + String.join(", ", gone));
    }
    return Optional.of(String.join(" and ", parts));
  }

  private static List<String> list(Element element, String key) {
    return switch (element.value(key).orElseThrow()) {
      case FactValue.Refs(var ids) -> ids;
      case FactValue.Words(var words) -> words;
      case FactValue.Paths(var patterns) -> patterns;
      default -> List.of();
    };
  }
}
