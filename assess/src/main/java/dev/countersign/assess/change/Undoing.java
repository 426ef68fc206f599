package dev.countersign.assess.change;

import dev.countersign.assess.change.ElementChange.Sort;
import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The later system with some of its changes undone. Whatever is undone, the result is a system that
 * could have been written: an element that is taken out is named by no other, and one that is put
 * back is named again by those that named it.
 */
final class Undoing {
  private final SystemModel before;
  private final SystemModel after;
  private final Map<String, Element> elements;

  private Undoing(SystemModel before, SystemModel after) {
    this.before = before;
    this.after = after;
    elements = new TreeMap<>(after.elements());
  }

  static SystemModel of(Iterable<Edit> edits, SystemModel before, SystemModel after) {
    Undoing undoing = new Undoing(before, after);
    List<FactRef> facts = new ArrayList<>();
    for (Edit edit : edits) {
      switch (edit) {
        case Edit.OfFact(var change) -> facts.add(change.fact());
        case Edit.OfElement(var change) -> undoing.element(change);
      }
    }
    facts.forEach(undoing::fact);
    undoing.withoutDanglers();
    return undoing.system();
  }

  private SystemModel system() {
    return new SystemModel(
        after.file(),
        after.info(),
        elements,
        after.controls(),
        after.resolutions(),
        after.assumptions(),
        after.sources());
  }

  private void element(ElementChange change) {
    String id = change.element();
    if (change.sort() == Sort.REMOVED) {
      before.element(id).ifPresent(element -> elements.put(id, element));
      before.elements().values().forEach(element -> nameAgain(element, id));
    } else if (!before.elements().containsKey(id)) {
      elements.remove(id);
    }
  }

  /** What named an element before it went names it again. */
  private void nameAgain(Element was, String id) {
    Optional<Element> is = Optional.ofNullable(elements.get(was.id()));
    for (String key : was.facts().keySet()) {
      if (was.refs(key).contains(id) && is.filter(e -> e.kind() == was.kind()).isPresent()) {
        List<String> ids = new ArrayList<>(elements.getOrDefault(was.id(), was).refs(key));
        ids.add(id);
        put(was.id(), key, Optional.of(new FactValue.Refs(ids)));
      }
    }
  }

  private void fact(FactRef fact) {
    put(
        fact.element(),
        fact.key(),
        before.element(fact.element()).flatMap(e -> e.value(fact.key())));
  }

  private void put(String id, String key, Optional<FactValue> value) {
    Optional.ofNullable(elements.get(id)).ifPresent(element -> put(element, key, value));
  }

  private void put(Element element, String key, Optional<FactValue> value) {
    Map<String, Fact> facts = new TreeMap<>(element.facts());
    facts.remove(key);
    value.ifPresent(given -> facts.put(key, new Fact(given, element.placeOf(key))));
    elements.put(element.id(), new Element(element.kind(), element.id(), element.place(), facts));
  }

  private void withoutDanglers() {
    for (Element element : List.copyOf(elements.values())) {
      for (String key : element.facts().keySet()) {
        List<String> ids = element.refs(key);
        List<String> there = ids.stream().filter(elements::containsKey).toList();
        if (there.size() < ids.size()) {
          put(element, key, withoutDanglers(element.id(), key, there));
        }
      }
    }
  }

  /** Where nothing is left of a list, what it said before; unknown is better than a wrong none. */
  private Optional<FactValue> withoutDanglers(String id, String key, List<String> there) {
    if (!there.isEmpty()) {
      return Optional.of(new FactValue.Refs(there));
    }
    Optional<FactValue> was = before.element(id).flatMap(element -> element.value(key));
    List<String> named = before.element(id).map(e -> e.refs(key)).orElse(List.of());
    return was.filter(_ -> elements.keySet().containsAll(named));
  }
}
