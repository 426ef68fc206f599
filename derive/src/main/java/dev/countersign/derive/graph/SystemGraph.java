package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The two closures over a system that decide nearly everything: who can influence each thing, and
 * who can see it. Made once for a system; asking is cheap.
 */
public final class SystemGraph {
  /** Decisions kept for each element: a threat names its gravest few. */
  private static final int DECISIONS = 8;

  private final Map<String, Element> actors;
  private final Graph forward;
  private final Graph backward;
  private final Closure influence;
  private final Closure observation;
  private final Search decisions;

  private SystemGraph(SystemModel system) {
    Suppliers suppliers = new Suppliers(system);
    actors = allActors(system, suppliers);
    Edges influences = InfluenceEdges.of(system, suppliers);
    forward = influences.freeze(false);
    backward = influences.freeze(true);
    influence = new Closure(forward, actors);
    observation = new Closure(ObservationEdges.of(system).freeze(true), actors);
    decisions = new Search(backward, decisionNodes(system), DECISIONS);
  }

  /** The graph of a system. */
  public static SystemGraph of(SystemModel system) {
    return new SystemGraph(system);
  }

  private static Map<String, Element> allActors(SystemModel system, Suppliers suppliers) {
    Map<String, Element> all = new TreeMap<>(suppliers.actors());
    system.elements(ElementKind.ACTOR).forEach(actor -> all.put(actor.id(), actor));
    return Collections.unmodifiableMap(all);
  }

  private int[] decisionNodes(SystemModel system) {
    return system
        .elements(ElementKind.DECISION)
        .flatMap(decision -> backward.find().node(decision.id(), Port.WHOLE).stream())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Declared and implied actors by id. */
  public Map<String, Element> actors() {
    return actors;
  }

  /** Who can influence a side of an element, the least trusted first. */
  public List<Arrival> influencers(String element, Port port) {
    return influence.arrivals(element, port);
  }

  /** Unknown facts that could add somebody to {@link #influencers}. */
  public List<FactRef> unknownInfluencers(String element, Port port) {
    return influence.unknowns(element, port);
  }

  /** Who can see a side of an element, the least trusted first; paths run from the seer. */
  public List<Arrival> observers(String element, Port port) {
    return observation.arrivals(element, port);
  }

  /** Unknown facts that could add somebody to {@link #observers}. */
  public List<FactRef> unknownObservers(String element, Port port) {
    return observation.unknowns(element, port);
  }

  /** Ids of the nearest decisions that an element can influence, at most eight. */
  public List<String> decisions(String element) {
    int node = backward.find().node(element, Port.WHOLE).orElse(-1);
    List<String> ids = new ArrayList<>();
    for (int i = 0; node >= 0 && i < decisions.arrivals(node); i++) {
      ids.add(backward.elements().get(decisions.start(node, i)));
    }
    return ids;
  }

  /** Whether one element can influence another, by any path. */
  public boolean reaches(String from, String to) {
    Optional<Integer> start = forward.find().node(from, Port.WHOLE);
    Optional<Integer> goal = forward.find().node(to, Port.WHOLE);
    return start.isPresent() && goal.isPresent() && reaches(start.get(), goal.get());
  }

  private boolean reaches(int start, int goal) {
    BitSet seen = new BitSet(forward.size());
    int[] queue = new int[forward.size()];
    queue[0] = start;
    seen.set(start);
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      if (queue[head] == goal) {
        return true;
      }
      for (int edge = forward.offsets()[queue[head]];
          edge < forward.offsets()[queue[head] + 1];
          edge++) {
        int next = forward.targets()[edge];
        if (!seen.get(next)) {
          seen.set(next);
          queue[tail++] = next;
        }
      }
    }
    return false;
  }
}
