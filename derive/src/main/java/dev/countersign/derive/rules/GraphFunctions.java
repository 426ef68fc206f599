package dev.countersign.derive.rules;

import dev.cel.runtime.CelFunctionBinding;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.graph.Arrival;
import dev.countersign.derive.graph.Port;
import dev.countersign.derive.graph.SystemGraph;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions over the graph that rules call. */
final class GraphFunctions {
  /** Names written out in a sentence; of more only the number is told. */
  private static final int NAMES = 4;

  private final SystemModel system;
  private final SystemGraph graph;
  private final FactReader facts;
  private boolean namingOnlyKnown;

  GraphFunctions(SystemModel system, SystemGraph graph, FactReader facts) {
    this.system = system;
    this.graph = graph;
    this.facts = facts;
  }

  /**
   * What the runtime calls. CEL wants functions without state, since it shares programs between
   * threads; a {@link RuleRuntime} never leaves one thread.
   */
  @SuppressWarnings("Immutable")
  List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("fact", Object.class, String.class, facts::fact),
        CelFunctionBinding.from(
            "influencers", Object.class, x -> influencers(x, Port.WHOLE.word())),
        CelFunctionBinding.from(
            "influencers_at", Object.class, String.class, this::influencers),
        CelFunctionBinding.from("observers", Object.class, x -> observers(x, Port.WHOLE.word())),
        CelFunctionBinding.from("observers_at", Object.class, String.class, this::observers),
        CelFunctionBinding.from("reaches", Object.class, Object.class, this::reaches),
        CelFunctionBinding.from("decisions", Object.class, this::decisions),
        CelFunctionBinding.from("gains", Object.class, Object.class, this::gains),
        CelFunctionBinding.from("names", List.class, GraphFunctions::names));
  }

  private Object influencers(Object x, String port) {
    return switch (x) {
      case Subject.Known(var element) ->
          actors(
              graph.influencers(element.id(), port(port)),
              graph.unknownInfluencers(element.id(), port(port)));
      case Subject.Somebody(var missing) -> facts.unknown(missing);
      default -> List.of();
    };
  }

  private Object observers(Object x, String port) {
    return switch (x) {
      case Subject.Known(var element) ->
          actors(
              graph.observers(element.id(), port(port)),
              graph.unknownObservers(element.id(), port(port)));
      case Subject.Somebody(var missing) -> facts.unknown(missing);
      default -> List.of();
    };
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
    known.forEach(arrival -> subjects.add(new Subject.Known(arrival.actor())));
    if (!unknown.isEmpty() && !namingOnlyKnown) {
      subjects.add(new Subject.Somebody(unknown));
    }
    return subjects;
  }

  private Object reaches(Object from, Object to) {
    return from instanceof Subject.Known(var a)
        && to instanceof Subject.Known(var b)
        && graph.reaches(a.id(), b.id());
  }

  private Object decisions(Object x) {
    List<Subject> reached = new ArrayList<>();
    if (x instanceof Subject.Known(var element)) {
      graph.decisions(element.id()).stream()
          .flatMap(id -> system.element(id).stream())
          .forEach(decision -> reached.add(new Subject.Known(decision)));
    }
    return reached;
  }

  /** Gains of staff and operators are not asked for: nobody writes them down. */
  private Object gains(Object actor, Object decision) {
    if (actor instanceof Subject.Somebody(var missing)) {
      return facts.unknown(missing);
    }
    if (!(actor instanceof Subject.Known(var who)) || !(decision instanceof Subject.Known(var what))) {
      return false;
    }
    if (who.text("gains").isPresent()) {
      List<String> from = who.refs("gains-from");
      return from.isEmpty() || from.contains(what.id());
    }
    return trust(who).compareTo(TrustLevel.STAFF) >= 0
        ? (Object) false
        : facts.unknown(List.of(new FactRef(who.id(), "gains")));
  }

  private static TrustLevel trust(Element actor) {
    return actor.value("trust").orElse(null) instanceof FactValue.Level(var level)
        ? level
        : TrustLevel.PUBLIC;
  }

  private static Object names(List<?> things) {
    List<String> names =
        things.stream()
            .filter(thing -> !(thing instanceof Subject.Somebody))
            .map(String::valueOf)
            .distinct()
            .toList();
    int more = names.size() - NAMES;
    List<String> shown =
        more > 1
            ? new ArrayList<>(names.subList(0, NAMES))
            : new ArrayList<>(names);
    if (more > 1) {
      shown.add(more + " more");
    }
    return join(shown).orElse("nobody known");
  }

  private static Optional<String> join(List<String> names) {
    if (names.size() < 2) {
      return names.stream().findFirst();
    }
    return Optional.of(
        String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast());
  }
}
