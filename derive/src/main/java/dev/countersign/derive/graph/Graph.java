package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directed graph in compressed rows: cheap to search, never changed after it is made.
 *
 * @param offsets where the row of each node starts in {@code targets}; one longer than the nodes
 * @param targets ends of edges
 * @param because the fact behind each edge
 * @param elements the element of each node
 * @param find the node of a side of an element
 * @param unknowns nodes before which somebody unknown may stand, with the fact that is missing
 */
record Graph(
    int[] offsets,
    int[] targets,
    FactRef[] because,
    List<String> elements,
    Finder find,
    Map<Integer, FactRef> unknowns) {

  /** Finds a node. */
  interface Finder {
    Optional<Integer> node(String element, Port port);
  }

  int size() {
    return elements.size();
  }
}
