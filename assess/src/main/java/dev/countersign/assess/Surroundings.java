package dev.countersign.assess;

import dev.countersign.derive.FactRef;
import dev.countersign.derive.Threat;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which elements stand near each other: joined by at most two references, whichever way they point.
 * A shared actor or zone joins nothing, since it would join nearly everything.
 */
final class Surroundings {
  private static final int STEPS = 2;

  private final Map<String, Set<String>> joined = new HashMap<>();
  private final Map<String, Set<String>> near = new HashMap<>();
  private final Set<String> everywhere = new HashSet<>();

  Surroundings(SystemModel system) {
    for (Element element : system.elements().values()) {
      if (element.kind() == ElementKind.ACTOR || element.kind() == ElementKind.ZONE) {
        everywhere.add(element.id());
      }
      element.facts().values().stream()
          .flatMap(fact -> named(fact).stream())
          .forEach(other -> join(element.id(), other));
    }
  }

  /** Whether an element stands near anything that a threat is about or passes. */
  boolean touches(String element, Threat threat) {
    Set<String> around = near.computeIfAbsent(element, this::around);
    return concerns(threat)
        .filter(id -> id.equals(element) || !everywhere.contains(id))
        .anyMatch(around::contains);
  }

  private static Stream<String> concerns(Threat threat) {
    return Stream.of(
            Stream.of(threat.element().id()),
            threat.members().stream(),
            threat.path().stream(),
            threat.decisions().stream(),
            threat.facts().stream().map(FactRef::element))
        .flatMap(ids -> ids);
  }

  private Set<String> around(String start) {
    Set<String> found = new HashSet<>(Set.of(start));
    Set<String> edge = Set.of(start);
    for (int step = 0; step < STEPS; step++) {
      Set<String> next = new HashSet<>();
      edge.stream()
          .filter(id -> id.equals(start) || !everywhere.contains(id))
          .forEach(id -> next.addAll(joined.getOrDefault(id, Set.of())));
      next.removeAll(found);
      found.addAll(next);
      edge = next;
    }
    return found;
  }

  private void join(String one, String other) {
    joined.computeIfAbsent(one, id -> new HashSet<>()).add(other);
    joined.computeIfAbsent(other, id -> new HashSet<>()).add(one);
  }

  private static List<String> named(Fact fact) {
    return fact.value() instanceof FactValue.Refs(var ids) ? ids : List.of();
  }
}
