package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the signatures of each role are worth, item by item. */
final class Ledger {
  private final Basis basis;
  private final List<Since> newestFirst;

  Ledger(Basis basis, List<SignedStatement> statements) {
    this.basis = basis;
    this.newestFirst =
        statements.stream()
            .sorted(
                Comparator.comparing((SignedStatement it) -> it.content().signedAt())
                    .reversed()
                    .thenComparing(SignedStatement::file))
            .map(statement -> new Since(statement, basis.system(), basis.asOf()))
            .toList();
  }

  /** Each of these items as one role has signed it. */
  List<Standing> of(Role role, List<Item> items) {
    List<Since> theirs =
        newestFirst.stream().filter(since -> since.statement().content().role() == role).toList();
    List<Since> current = theirs.stream().filter(since -> since.review().isEmpty()).toList();
    Undecided undecided = new Undecided(current);
    return items.stream()
        .map(item ->
            covering(item, current, undecided)
                .map(since -> standing(item, since, Standing.Sort.STANDS, List.of()))
                .or(() -> theirs.stream().flatMap(since -> gone(item, since).stream()).findFirst())
                .orElseGet(() -> Standing.never(item)))
        .toList();
  }

  /** The newest statement of a role, if there is one. */
  Optional<SignedStatement> newest(Role role) {
    return newestFirst.stream()
        .map(Since::statement)
        .filter(statement -> statement.content().role() == role)
        .findFirst();
  }

  /** All of them, the newest first. */
  List<SignedStatement> statements() {
    return newestFirst.stream().map(Since::statement).toList();
  }

  private static Optional<Since> covering(Item item, List<Since> current, Undecided undecided) {
    return current.stream()
        .filter(since -> since.about(item).stream().anyMatch(it -> Covers.covers(it, item)))
        .findFirst()
        .or(() -> undecided.covers(item) ? current.stream().findFirst() : Optional.empty());
  }

  private Optional<Standing> gone(Item item, Since since) {
    List<Item> earlier = since.about(item);
    return earlier.isEmpty()
        ? Optional.empty()
        : Optional.of(
            standing(
                item,
                since,
                Standing.Sort.VOID,
                new Staleness(basis, since).causes(nearest(earlier, item), item)));
  }

  /** Of several that were one group since, the one that has most in common. */
  private static Item nearest(List<Item> earlier, Item item) {
    return earlier.stream()
        .max(
            Comparator.comparingLong(signed ->
                item.dependencies().stream().filter(signed.dependencies()::contains).count()))
        .orElseThrow();
  }

  private static Standing standing(
      Item item, Since since, Standing.Sort sort, List<StaleCause> causes) {
    return new Standing(item, sort, Optional.of(since.statement()), causes);
  }
}
