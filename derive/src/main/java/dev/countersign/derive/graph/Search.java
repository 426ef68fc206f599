package dev.countersign.derive.graph;

import java.util.Arrays;

/**
 * Breadth-first search from many starts at once that keeps, for every node, the nearest few starts
 * and the way to each. Costs {@code keep} times nodes plus edges, however many starts there are.
 *
 * <p>By hand because graph libraries offer nearest one or all pairs: the first would lose who else
 * can get there, the second grows with the square of the system.
 */
final class Search {
  private static final int NONE = -1;

  private final Graph graph;
  private final int keep;
  private final int[] start;
  private final int[] viaSlot;
  private final int[] viaEdge;
  private final int[] count;

  /**
   * Searches.
   *
   * @param graph where
   * @param starts nodes, in the order in which ties are decided
   * @param keep how many of the nearest starts each node remembers, at least 1
   */
  Search(Graph graph, int[] starts, int keep) {
    this.graph = graph;
    this.keep = keep;
    int slots = graph.size() * keep;
    start = filled(slots);
    viaSlot = filled(slots);
    viaEdge = filled(slots);
    count = new int[graph.size()];
    run(starts);
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  private void run(int[] starts) {
    int[] queue = new int[graph.size() * keep];
    int tail = 0;
    for (int node : starts) {
      int slot = arrive(node, node, NONE, NONE);
      if (slot != NONE) {
        queue[tail++] = slot;
      }
    }
    for (int head = 0; head < tail; head++) {
      int slot = queue[head];
      int node = slot / keep;
      for (int edge = graph.offsets()[node]; edge < graph.offsets()[node + 1]; edge++) {
        int next = arrive(graph.targets()[edge], start[slot], slot, edge);
        if (next != NONE) {
          queue[tail++] = next;
        }
      }
    }
  }

  /** Records that a start has reached a node, unless it is known there or the node is full. */
  private int arrive(int node, int from, int slotBefore, int edge) {
    int first = node * keep;
    int used = count[node];
    for (int slot = first; slot < first + used; slot++) {
      if (start[slot] == from) {
        return NONE;
      }
    }
    if (used == keep) {
      return NONE;
    }
    count[node]++;
    start[first + used] = from;
    viaSlot[first + used] = slotBefore;
    viaEdge[first + used] = edge;
    return first + used;
  }

  /** How many starts a node remembers. */
  int arrivals(int node) {
    return count[node];
  }

  /** The start of the n-th arrival at a node, the nearest first. */
  int start(int node, int n) {
    return start[node * keep + n];
  }

  /** Edges from the start to the node, the last first. */
  int[] edgesBack(int node, int n) {
    int length = 0;
    for (int slot = node * keep + n; viaEdge[slot] != NONE; slot = viaSlot[slot]) {
      length++;
    }
    int[] edges = new int[length];
    int slot = node * keep + n;
    for (int i = 0; i < length; i++) {
      edges[i] = viaEdge[slot];
      slot = viaSlot[slot];
    }
    return edges;
  }
}
