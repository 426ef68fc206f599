package dev.countersign.assess.change;

import dev.countersign.assess.change.ElementChange.Sort;
import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the elements of two systems, fact by fact. */
final class ElementDiff {
  private final SystemModel before;
  private final SystemModel after;
  private final List<ElementChange> elements = new ArrayList<>();
  private final List<FactChange> wording = new ArrayList<>();

  private ElementDiff(SystemModel before, SystemModel after) {
    this.before = before;
    this.after = after;
  }

  static ElementDiff of(SystemModel before, SystemModel after) {
    ElementDiff diff = new ElementDiff(before, after);
    diff.run();
    return diff;
  }

  /** Elements that came, went or mean something else, by id. */
  List<ElementChange> elements() {
    return elements;
  }

  /** Texts that decide nothing and read otherwise. */
  List<FactChange> wording() {
    return wording;
  }

  /** The same changes, each by itself. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (ElementChange change : elements) {
      if (change.sort() == Sort.CHANGED) {
        change.facts().forEach(fact -> edits.add(new Edit.OfFact(fact)));
      } else {
        edits.add(new Edit.OfElement(change));
      }
    }
    return edits;
  }

  private void run() {
    system();
    TreeSet<String> ids = new TreeSet<>(before.elements().keySet());
    ids.addAll(after.elements().keySet());
    ids.forEach(this::element);
  }

  private void system() {
    reworded("purpose", Optional.of(before.info().purpose()), Optional.of(after.info().purpose()));
    reworded("ml-lead", before.info().mlLead(), after.info().mlLead());
    reworded("security-lead", before.info().securityLead(), after.info().securityLead());
    reworded(
        "next-checkpoint",
        before.info().nextCheckpoint().map(LocalDate::toString),
        after.info().nextCheckpoint().map(LocalDate::toString));
  }

  private void reworded(String key, Optional<String> was, Optional<String> is) {
    if (!was.equals(is)) {
      wording.add(new FactChange(new FactRef("system", key), was, is));
    }
  }

  private void element(String id) {
    Optional<Element> was = before.element(id);
    Optional<Element> is = after.element(id);
    if (was.isEmpty() || is.isEmpty()) {
      was.ifPresent(this::removed);
      is.ifPresent(this::added);
    } else if (was.get().kind() != is.get().kind()) {
      // Another kind under the same id is another thing.
      removed(was.get());
      added(is.get());
    } else {
      facts(was.get(), is.get());
    }
  }

  private void added(Element element) {
    List<FactChange> facts = new ArrayList<>();
    element
        .facts()
        .forEach((key, fact) ->
            facts.add(
                new FactChange(
                    new FactRef(element.id(), key),
                    Optional.empty(),
                    Optional.of(fact.value().written()))));
    elements.add(new ElementChange(Sort.ADDED, element.id(), element.kind(), facts));
  }

  private void removed(Element element) {
    elements.add(new ElementChange(Sort.REMOVED, element.id(), element.kind(), List.of()));
  }

  private void facts(Element was, Element is) {
    List<FactChange> changed = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(was.facts().keySet());
    keys.addAll(is.facts().keySet());
    for (String key : keys) {
      Optional<Fact> old = Optional.ofNullable(was.facts().get(key));
      Optional<Fact> now = Optional.ofNullable(is.facts().get(key));
      FactChange change =
          new FactChange(
              new FactRef(is.id(), key),
              old.map(fact -> fact.value().written()),
              now.map(fact -> fact.value().written()));
      if (!Meaning.same(is.kind(), key, old, now)) {
        changed.add(change);
      } else if (Meaning.reworded(old, now)) {
        wording.add(change);
      }
    }
    if (!changed.isEmpty()) {
      elements.add(new ElementChange(Sort.CHANGED, is.id(), is.kind(), changed));
    }
  }
}
