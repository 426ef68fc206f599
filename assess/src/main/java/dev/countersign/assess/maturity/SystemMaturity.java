package dev.countersign.assess.maturity;

import dev.countersign.assess.Checked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How mature the practice around one system is.
 *
 * @param system which
 * @param judged every criterion, lower levels first
 */
public record SystemMaturity(Checked system, List<Judged> judged) {
  public SystemMaturity {
    judged = List.copyOf(judged);
  }

  static SystemMaturity of(Practice practice) {
    return new SystemMaturity(
        practice.checked(),
        Criteria.ALL.stream().map(it -> new Judged(it, it.test().apply(practice))).toList());
  }

  /** The highest level all of whose criteria, and all below, are met; empty where none is. */
  public Optional<Level> level() {
    Optional<Level> reached = Optional.empty();
    for (Level level : Level.values()) {
      if (missing(level) > 0) {
        return reached;
      }
      reached = Optional.of(level);
    }
    return reached;
  }

  /** How many criteria a level has. */
  public long wanted(Level level) {
    return of(level).count();
  }

  /** How many criteria of a level are not met. */
  public long missing(Level level) {
    return of(level).filter(judged -> !judged.seen().met()).count();
  }

  private Stream<Judged> of(Level level) {
    return judged.stream().filter(judged -> judged.criterion().level() == level);
  }
}
