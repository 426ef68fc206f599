package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects nodes and edges; {@link #freeze} makes the graph that is searched. */
final class Edges {
  // Equality is written out: a record's own is linked at its first use, at every start.
  private record Node(String element, Port port) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Node node && node.port == port && node.element.equals(element);
    }

    @Override
    public int hashCode() {
      return 31 * element.hashCode() + port.ordinal();
    }
  }

  private final Map<Node, Integer> index = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<int[]> edges = new ArrayList<>();
  private final List<FactRef> facts = new ArrayList<>();
  private final Map<Integer, FactRef> unknowns = new HashMap<>();

  /** An edge from one side of an element to one side of another, because of a fact. */
  void add(String from, Port fromPort, String to, Port toPort, FactRef because) {
    edges.add(new int[] {node(from, fromPort), node(to, toPort)});
    facts.add(because);
  }

  /** An edge between the elements as wholes. */
  void add(String from, String to, FactRef because) {
    add(from, Port.WHOLE, to, Port.WHOLE, because);
  }

  /** While this fact is unknown, somebody unknown may stand before that node. */
  void unknown(String element, Port port, FactRef fact) {
    unknowns.put(node(element, port), fact);
  }

  /** Makes sure that the element has a node, also where nothing leads to it. */
  int node(String element, Port port) {
    return index.computeIfAbsent(
        new Node(element, port),
        node -> {
          nodes.add(node);
          return nodes.size() - 1;
        });
  }

  Graph freeze(boolean reversed) {
    int[] offsets = new int[nodes.size() + 1];
    for (int[] edge : edges) {
      offsets[edge[reversed ? 1 : 0] + 1]++;
    }
    for (int i = 0; i < nodes.size(); i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] targets = new int[edges.size()];
    FactRef[] because = new FactRef[edges.size()];
    int[] next = offsets.clone();
    for (int i = 0; i < edges.size(); i++) {
      int at = next[edges.get(i)[reversed ? 1 : 0]]++;
      targets[at] = edges.get(i)[reversed ? 0 : 1];
      because[at] = facts.get(i);
    }
    return new Graph(
        offsets,
        targets,
        because,
        nodes.stream().map(Node::element).toList(),
        (element, port) -> Optional.ofNullable(index.get(new Node(element, port))),
        Map.copyOf(unknowns));
  }
}
