package dev.countersign.assess.change;

import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A system with some things changed at random; the same for the same seed. */
final class RandomEdits {
  private final Random random;
  private final Map<String, Element> elements;
  private final Map<String, ControlClaim> controls;
  private final Map<String, Resolution> resolutions;

  private RandomEdits(SystemModel system, long seed) {
    random = new Random(seed);
    elements = new HashMap<>(system.elements());
    controls = new HashMap<>(system.controls());
    resolutions = new HashMap<>(system.resolutions());
  }

  static SystemModel of(SystemModel system, long seed) {
    RandomEdits edits = new RandomEdits(system, seed);
    for (int i = 0; i < seed % 6; i++) {
      edits.one();
    }
    return new SystemModel(
        system.file(),
        system.info(),
        edits.elements,
        edits.controls,
        edits.resolutions,
        system.assumptions(),
        system.sources());
  }

  private void one() {
    switch (random.nextInt(8)) {
      case 0 -> remove(pick(elements.values()).id());
      case 1 -> copy(pick(elements.values()));
      case 2 -> dropped(resolutions);
      case 3 -> dropped(controls);
      default -> forget(pick(elements.values()));
    }
  }

  private void remove(String id) {
    if (id.equals("anyone") || elements.size() < 4) {
      return;
    }
    elements.remove(id);
    controls.values().removeIf(claim -> claim.element().equals(id));
    elements.replaceAll((_, element) -> without(element, id));
  }

  private static Element without(Element element, String id) {
    Map<String, Fact> facts = new HashMap<>();
    element
        .facts()
        .forEach((key, fact) -> {
          if (!element.refs(key).contains(id)) {
            facts.put(key, fact);
          } else if (element.refs(key).size() > 1) {
            Stream<String> others = element.refs(key).stream().filter(other -> !other.equals(id));
            facts.put(key, new Fact(new FactValue.Refs(others.toList()), fact.place()));
          }
        });
    return new Element(element.kind(), element.id(), element.place(), facts);
  }

  private void copy(Element element) {
    String id = element.id() + "-" + random.nextInt(3);
    elements.putIfAbsent(id, new Element(element.kind(), id, element.place(), element.facts()));
  }

  /** A fact that is not given any more; an actor keeps its trust. */
  private void forget(Element element) {
    if (element.kind() != ElementKind.ACTOR && !element.facts().isEmpty()) {
      Map<String, Fact> facts = new HashMap<>(element.facts());
      facts.remove(pick(element.facts().keySet()));
      elements.put(element.id(), new Element(element.kind(), element.id(), element.place(), facts));
    }
  }

  private <T> void dropped(Map<String, T> map) {
    Optional.of(map.keySet()).filter(ids -> !ids.isEmpty()).map(this::pick).ifPresent(map::remove);
  }

  private <T> T pick(Iterable<T> from) {
    List<T> all = new ArrayList<>();
    from.forEach(all::add);
    all.sort((a, b) -> name(a).compareTo(name(b)));
    return all.get(random.nextInt(all.size()));
  }

  private static String name(Object thing) {
    return thing instanceof Element element ? element.id() : thing.toString();
  }
}
