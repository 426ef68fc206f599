package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import java.util.List;

/**
 * An actor that can influence or observe an element, and the shortest way.
 *
 * @param actor who; also implied ones
 * @param path ids of elements from the actor to the element, both included
 * @param facts the facts that the way stands on, in its order
 */
public record Arrival(Element actor, List<String> path, List<FactRef> facts) {
  public Arrival {
    path = List.copyOf(path);
    facts = List.copyOf(facts);
  }
}
