package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For every node the nearest actor of each trust level, with and without something to gain, and the
 * nearest unknown facts behind which somebody else may stand. Rules ask only for trust and gain, so
 * one actor of each sort says as much as all of them and costs linear time.
 */
final class Closure {
  /** Unknown facts kept for each node: enough to ask about, few enough to read. */
  private static final int UNKNOWNS = 4;

  private final Graph graph;
  private final Map<String, Element> actors;
  private final List<Search> byTrustAndGain;
  private final Search unknown;

  /**
   * Searches from all actors.
   *
   * @param graph edges run away from actors
   * @param actors by id
   */
  Closure(Graph graph, Map<String, Element> actors) {
    this.graph = graph;
    this.actors = actors;
    byTrustAndGain = new ArrayList<>();
    Map<String, List<String>> groups =
        actors.values().stream()
            .collect(
                Collectors.groupingBy(
                    Closure::sort, Collectors.mapping(Element::id, Collectors.toList())));
    new TreeMap<>(groups)
        .values()
        .forEach(group -> byTrustAndGain.add(new Search(graph, nodes(group), 1)));
    unknown = new Search(graph, unknownStarts(), UNKNOWNS);
  }

  /** The lowest trust first, and there those who gain before the others. */
  private static String sort(Element actor) {
    boolean gains = Gain.of(actor).isPresent();
    return Arrival.trustOf(actor).ordinal() + (gains ? "a" : "b");
  }

  private int[] nodes(Collection<String> ids) {
    return ids.stream()
        .sorted()
        .flatMap(id -> graph.find().node(id, Port.WHOLE).stream())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int[] unknownStarts() {
    return graph.unknowns().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  /** Known actors at a side of an element, the least trusted first. */
  List<Arrival> arrivals(String element, Port port) {
    int node = graph.find().node(element, port).orElse(-1);
    if (node < 0) {
      return List.of();
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (Search search : byTrustAndGain) {
      if (search.arrivals(node) > 0) {
        arrivals.add(arrival(search, node));
      }
    }
    return arrivals;
  }

  /** Unknown facts that could put somebody else there, the nearest first. */
  List<FactRef> unknowns(String element, Port port) {
    int node = graph.find().node(element, port).orElse(-1);
    if (node < 0) {
      return List.of();
    }
    List<FactRef> facts = new ArrayList<>();
    for (int i = 0; i < unknown.arrivals(node); i++) {
      FactRef fact = graph.unknowns().get(unknown.start(node, i));
      if (fact != null) {
        facts.add(fact);
      }
    }
    facts.sort(Comparator.naturalOrder());
    return facts;
  }

  private Arrival arrival(Search search, int node) {
    String start = graph.elements().get(search.start(node, 0));
    Element actor = actors.get(start);
    if (actor == null) {
      throw new IllegalStateException("searches start from actors, not from " + start);
    }
    Set<String> path = new LinkedHashSet<>();
    List<FactRef> facts = new ArrayList<>();
    path.add(start);
    int[] edges = search.edgesBack(node, 0);
    for (int i = edges.length - 1; i >= 0; i--) {
      path.add(graph.elements().get(graph.targets()[edges[i]]));
      FactRef because = graph.because()[edges[i]];
      if (!because.key().isEmpty()) {
        facts.add(because);
      }
    }
    return new Arrival(actor, new ArrayList<>(path), Collections.unmodifiableList(facts));
  }
}
