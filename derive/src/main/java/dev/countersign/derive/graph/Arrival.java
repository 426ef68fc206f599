package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.TrustLevel;
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

  /** How far the actor is trusted. */
  public TrustLevel trust() {
    return trustOf(actor);
  }

  /** How far an actor is trusted; every actor says so. */
  public static TrustLevel trustOf(Element actor) {
    return actor.value("trust").orElse(null) instanceof FactValue.Level(var level)
        ? level
        : TrustLevel.PUBLIC;
  }
}
