package dev.countersign.report.diagram.scene;

import dev.countersign.derive.flow.DataFlow;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Joins all that flows between two shapes into one line, and numbers the lines of a path. */
final class Links {
  /** Collects one line. */
  private static final class Draft {
    final String from;
    final String to;
    final Set<String> there = new LinkedHashSet<>();
    final Set<String> back = new LinkedHashSet<>();
    final Set<String> declaredBy = new LinkedHashSet<>();
    boolean rises;
    int step;

    Draft(String from, String to) {
      this.from = from;
      this.to = to;
    }
  }

  private final Map<List<String>, Draft> drafts = new TreeMap<>(Links::compare);
  private final SystemModel system;
  private final Unanswered unanswered;

  Links(SystemModel system, Unanswered unanswered) {
    this.system = system;
    this.unanswered = unanswered;
  }

  private static int compare(List<String> one, List<String> other) {
    int first = one.getFirst().compareTo(other.getFirst());
    return first != 0 ? first : one.getLast().compareTo(other.getLast());
  }

  void add(DataFlow flow, String from, String to) {
    Draft draft = between(from, to);
    (draft.from.equals(from) ? draft.there : draft.back).add(flow.verb());
    draft.declaredBy.add(flow.declaredBy());
    draft.rises |= flow.risesInTrust();
  }

  /** The one line between two shapes; it runs as what came first does. */
  private Draft between(String from, String to) {
    return find(from, to)
        .orElseGet(() -> {
          Draft draft = new Draft(from, to);
          drafts.put(List.of(from, to), draft);
          return draft;
        });
  }

  private Optional<Draft> find(String one, String other) {
    return Optional.ofNullable(drafts.get(List.of(one, other)))
        .or(() -> Optional.ofNullable(drafts.get(List.of(other, one))));
  }

  /**
   * Numbers the lines along a path. Where an attack moves without a flow of its own, a line is
   * added: the path is what the diagram was asked for.
   */
  void number(List<String> path) {
    int step = 0;
    for (int i = 1; i < path.size(); i++) {
      Draft draft = stepTo(path, i);
      if (draft.step == 0) {
        draft.step = ++step;
      }
    }
  }

  /** From the shape before; or, since paths name each element once, from an earlier one. */
  private Draft stepTo(List<String> path, int to) {
    for (int from = to - 1; from >= 0; from--) {
      Optional<Draft> known = find(path.get(from), path.get(to));
      if (known.isPresent()) {
        return known.get();
      }
    }
    Draft added = between(path.get(to - 1), path.get(to));
    added.there.add("reaches");
    return added;
  }

  List<Link> links(boolean highlighting) {
    List<Link> links = new ArrayList<>();
    drafts.values().forEach(draft -> links.add(link(draft, highlighting)));
    return links;
  }

  private Link link(Draft draft, boolean highlighting) {
    Emphasis otherwise = highlighting ? Emphasis.FADED : Emphasis.NORMAL;
    boolean backOnly = draft.there.isEmpty();
    return new Link(
        backOnly ? draft.to : draft.from,
        backOnly ? draft.from : draft.to,
        List.copyOf(backOnly ? draft.back : draft.there),
        List.copyOf(backOnly ? draft.there : draft.back),
        draft.rises,
        draft.declaredBy.stream().filter(this::isFlow).mapToLong(unanswered::on).sum(),
        draft.step == 0 ? OptionalInt.empty() : OptionalInt.of(draft.step),
        draft.step == 0 ? otherwise : Emphasis.ON_PATH);
  }

  /** Threats on other elements stand on their shapes. */
  private boolean isFlow(String id) {
    return system.element(id).filter(found -> found.kind() == ElementKind.FLOW).isPresent();
  }
}
