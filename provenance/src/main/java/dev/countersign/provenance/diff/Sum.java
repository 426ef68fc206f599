package dev.countersign.provenance.diff;

import dev.countersign.provenance.Total;
import java.util.List;
import java.util.OptionalLong;

/**
 * Changes counted.
 *
 * @param added files that were not there
 * @param removed files that are no longer there
 * @param changed files whose bytes are others
 * @param moved files under another name
 * @param rowsAdded how many rows more the files have that have more; none if one was not counted
 * @param rowsRemoved how many rows fewer the files have that have fewer; none if one was not
 *     counted
 */
public record Sum(
    long added,
    long removed,
    long changed,
    long moved,
    OptionalLong rowsAdded,
    OptionalLong rowsRemoved) {
  /** Counts. */
  public static Sum of(List<Change> changes) {
    boolean counted = changes.stream().allMatch(change -> change.rows().isPresent());
    return new Sum(
        count(changes, Change.Added.class),
        count(changes, Change.Removed.class),
        count(changes, Change.Changed.class),
        count(changes, Change.Moved.class),
        rows(changes, counted, 1),
        rows(changes, counted, -1));
  }

  private static long count(List<Change> changes, Class<? extends Change> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }

  private static OptionalLong rows(List<Change> changes, boolean counted, int sign) {
    return counted
        ? OptionalLong.of(
            Total.of(
                changes.stream().mapToLong(change -> Math.max(0, sign * change.rows().orElse(0)))))
        : OptionalLong.empty();
  }
}
