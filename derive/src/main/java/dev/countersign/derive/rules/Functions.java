package dev.countersign.derive.rules;

import dev.countersign.derive.FactRef;
import dev.countersign.derive.graph.Arrival;
import dev.countersign.derive.graph.Gain;
import dev.countersign.derive.graph.Port;
import dev.countersign.derive.graph.SystemGraph;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.ArrayList;
import java.util.List;

/** The functions that rules call, on one system. Not for use by several threads. */
final class Functions {
  private final SystemModel system;
  private final SystemGraph graph;
  private final FactReader facts;
  private boolean namingOnlyKnown;

  Functions(SystemModel system, SystemGraph graph) {
    this.system = system;
    this.graph = graph;
    facts = new FactReader(system, this);
  }

  /** Where facts are read and counted. */
  FactReader facts() {
    return facts;
  }

  /** The element as an expression sees it. */
  Subject subject(Element element) {
    return new Subject.Known(element, this);
  }

  /** The value of a field. */
  Object fact(Subject x, String field) {
    return x instanceof Subject.Known known ? facts.fact(known.element(), field) : unknown(x);
  }

  /** Who can influence a side of an element. */
  Object influencers(Subject x, String port) {
    return x instanceof Subject.Known known
        ? actors(
            graph.influencers(known.element().id(), port(port)),
            graph.unknownInfluencers(known.element().id(), port(port)))
        : unknown(x);
  }

  /** Who can see a side of an element. */
  Object observers(Subject x, String port) {
    return x instanceof Subject.Known known
        ? actors(
            graph.observers(known.element().id(), port(port)),
            graph.unknownObservers(known.element().id(), port(port)))
        : unknown(x);
  }

  private Object unknown(Subject x) {
    return x instanceof Subject.Somebody somebody ? facts.unknown(somebody.missing()) : List.of();
  }

  private static Port port(String word) {
    return Port.of(word)
        .orElseThrow(() -> new IllegalArgumentException("no side of an element is called " + word));
  }

  /** A sentence names those who are known; only a trigger has to reckon with somebody unknown. */
  void nameOnlyKnown(boolean only) {
    namingOnlyKnown = only;
  }

  private List<Subject> actors(List<Arrival> known, List<FactRef> unknown) {
    List<Subject> subjects = new ArrayList<>(known.size() + 1);
    known.stream().limit(1).forEach(nearest -> facts.note(nearest.facts()));
    known.forEach(arrival -> subjects.add(subject(arrival.actor())));
    if (!unknown.isEmpty() && !namingOnlyKnown) {
      subjects.add(new Subject.Somebody(unknown, this));
    }
    return subjects;
  }

  /** Whether one element can influence another. */
  boolean reaches(Subject from, Subject to) {
    return from instanceof Subject.Known a
        && to instanceof Subject.Known b
        && graph.reaches(a.element().id(), b.element().id());
  }

  /** Decisions that an element can influence. */
  Object decisions(Subject x) {
    List<Subject> reached = new ArrayList<>();
    if (x instanceof Subject.Known known) {
      for (String id : graph.decisions(known.element().id())) {
        system.element(id).ifPresent(decision -> reached.add(subject(decision)));
      }
    }
    return reached;
  }

  /**
   * Whether an actor gains from a wrong decision. Gains of staff and operators are not asked for:
   * nobody writes them down.
   */
  Object gains(Subject actor, Subject decision) {
    if (!(actor instanceof Subject.Known who) || !(decision instanceof Subject.Known what)) {
      return unknown(actor);
    }
    Element person = who.element();
    if (Gain.of(person).isPresent()) {
      facts.note(List.of(new FactRef(person.id(), "gains")));
      List<String> from = person.refs("gains-from");
      return from.isEmpty() || from.contains(what.element().id());
    }
    return Gain.none(person) || Arrival.trustOf(person).compareTo(TrustLevel.STAFF) >= 0
        ? (Object) false
        : facts.unknown(List.of(new FactRef(person.id(), "gains")));
  }
}
