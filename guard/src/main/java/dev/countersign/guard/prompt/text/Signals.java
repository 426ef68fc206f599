package dev.countersign.guard.prompt.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects signals: those of a kind that stand close together are one. */
final class Signals {
  private static final int CLOSE = 32;
  private static final int MOST_OF_A_KIND = 64;

  private final Map<Signal.Kind, List<Signal>> kinds = new EnumMap<>(Signal.Kind.class);

  void add(Signal.Kind kind, int from, int to, int count, int depth) {
    List<Signal> same = kinds.computeIfAbsent(kind, none -> new ArrayList<>());
    int last = same.size() - 1;
    if (last >= 0 && (joins(same.get(last), from, depth) || same.size() == MOST_OF_A_KIND)) {
      Signal before = same.get(last);
      same.set(
          last,
          new Signal(
              kind,
              Math.min(before.from(), from),
              Math.max(before.to(), to),
              before.count() + count,
              before.depth()));
    } else {
      same.add(new Signal(kind, from, to, count, depth));
    }
  }

  private static boolean joins(Signal last, int from, int depth) {
    return last.depth() == depth && from >= last.from() && from - last.to() <= CLOSE;
  }

  /** In the order in which they stand in the text. */
  List<Signal> list() {
    if (kinds.isEmpty()) {
      return List.of();
    }
    return kinds.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Signal::from).thenComparing(Signal::kind))
        .toList();
  }
}
