package dev.countersign.assess.change;

import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.assess.change.Trials.Trial;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the changes that an outcome hangs on, by trying.
 *
 * <p>First those without any one of which the outcome would not be there. Where there is none,
 * since several bring it about independently: those that bring it about alone. Where there is none
 * of these either: a set that brings it about together and cannot be made smaller.
 */
final class Blame {
  private final Trials trials;

  Blame(Trials trials) {
    this.trials = trials;
  }

  /**
   * Changes to blame.
   *
   * @param edits in the order of the comparison
   * @param grounds how that is known
   */
  record Found(List<Edit> edits, Grounds grounds) {}

  /** Whether an outcome would be there though no element or fact had changed. */
  boolean comesAnyway(Predicate<Trial> outcome) {
    return outcome.test(trials.without(trials.all()));
  }

  /** The changes that brought an outcome about; empty where trying cannot tell. */
  Optional<Found> of(Predicate<Trial> outcome) {
    if (!trials.affordable() || trials.edits().isEmpty() || comesAnyway(outcome)) {
      return Optional.empty();
    }
    return needed(outcome).or(() -> enough(outcome)).or(() -> together(outcome));
  }

  private Optional<Found> needed(Predicate<Trial> outcome) {
    return found(Grounds.NEEDED, edit -> !outcome.test(trials.without(Trials.only(edit))));
  }

  private Optional<Found> enough(Predicate<Trial> outcome) {
    return found(Grounds.ENOUGH, edit -> outcome.test(trials.with(Trials.only(edit))));
  }

  private Optional<Found> together(Predicate<Trial> outcome) {
    BitSet kept = trials.all();
    for (int edit = 0; edit < trials.edits().size(); edit++) {
      kept.clear(edit);
      if (trials.spent()) {
        return Optional.empty();
      }
      if (!outcome.test(trials.with(kept))) {
        kept.set(edit);
      }
    }
    return found(Grounds.TOGETHER, kept::get);
  }

  private Optional<Found> found(Grounds grounds, IntPredicate blamed) {
    List<Edit> edits =
        IntStream.range(0, trials.edits().size())
            .filter(blamed)
            .mapToObj(trials.edits()::get)
            .toList();
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Found(edits, grounds));
  }
}
