package dev.countersign.assess.signoff;

import dev.countersign.assess.change.SystemEdits;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One statement seen from today: its items under the ids that elements have now, and what was
 * edited since.
 */
final class Since {
  private final SignedStatement statement;
  private final SystemEdits edits;
  private final Optional<LocalDate> review;
  private final List<Item> items;
  private final Map<String, List<Item>> bySubject = new HashMap<>();

  Since(SignedStatement statement, SystemModel now, LocalDate asOf) {
    this.statement = statement;
    this.edits = SystemEdits.between(statement.content().snapshot(), now);
    this.review = passed(statement, now, asOf);
    this.items =
        statement.content().items().stream().map(item -> item.renamed(edits::later)).toList();
    for (Item item : items) {
      for (String subject : item.subjects()) {
        bySubject.computeIfAbsent(key(item.kind(), subject), _ -> new ArrayList<>()).add(item);
      }
    }
  }

  /**
   * Whoever signed did so until the day of the next review: the one that was set then, or an
   * earlier one that was set since. A later day in the file does not stand for a review.
   */
  private static Optional<LocalDate> passed(
      SignedStatement statement, SystemModel now, LocalDate asOf) {
    return Stream.of(statement.content().snapshot(), now)
        .flatMap(system -> system.info().nextCheckpoint().stream())
        .filter(day -> day.isBefore(asOf))
        .min(LocalDate::compareTo);
  }

  private static String key(Item.Kind kind, String subject) {
    return kind.word() + " " + subject;
  }

  SignedStatement statement() {
    return statement;
  }

  /** What was signed of a kind. */
  Stream<Item> items(Item.Kind kind) {
    return items.stream().filter(item -> item.kind() == kind);
  }

  SystemEdits edits() {
    return edits;
  }

  /** The day of a review that has passed since. */
  Optional<LocalDate> review() {
    return review;
  }

  /** What was signed about the same thing. */
  List<Item> about(Item item) {
    return item.subjects().stream()
        .flatMap(subject -> bySubject.getOrDefault(key(item.kind(), subject), List.of()).stream())
        .distinct()
        .toList();
  }
}
