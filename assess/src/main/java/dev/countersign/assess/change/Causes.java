package dev.countersign.assess.change;

import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.assess.change.Trials.Trial;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Threat;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Why something derives that did not, or the other way round. */
final class Causes {
  /** How many changes are named where none could be tried and none stands out. */
  private static final int NAMED = 3;

  private static final Comparator<Cause> ELEMENTS_FIRST =
      Comparator.comparing(cause -> cause.sort() != Cause.Sort.ELEMENT);

  private final Trials trials;
  private final Blame blame;
  private final Sentences sentences;
  private final boolean otherRules;

  Causes(Trials trials, Sentences sentences, boolean otherRules) {
    this.trials = trials;
    this.blame = new Blame(trials);
    this.sentences = sentences;
    this.otherRules = otherRules;
  }

  /**
   * What brought an outcome about.
   *
   * @param outcome holds of the later system
   * @param about the threat, if it is about one, under the later ids
   */
  List<Cause> of(Predicate<Trial> outcome, Optional<Threat> about) {
    Set<FactRef> facts = new HashSet<>(about.map(Threat::facts).orElse(List.of()));
    Optional<Blame.Found> found = blame.of(outcome);
    if (found.isPresent()) {
      return causes(found.get().edits(), found.get().grounds(), facts);
    }
    if (otherRules && blame.comesAnyway(outcome)) {
      return List.of(rules(Grounds.NEEDED));
    }
    return likely(about, facts);
  }

  private static Cause rules(Grounds grounds) {
    return new Cause(
        Cause.Sort.RULES, "", "The rules changed: the facts alone make no difference.", grounds);
  }

  private List<Cause> likely(Optional<Threat> about, Set<FactRef> facts) {
    List<Edit> near =
        trials.edits().stream()
            .filter(edit -> about.filter(threat -> touches(edit, threat, facts)).isPresent())
            .toList();
    List<Edit> named = near.isEmpty() ? trials.edits().stream().limit(NAMED).toList() : near;
    return named.isEmpty() ? unknown() : causes(named, Grounds.LIKELY, facts);
  }

  private List<Cause> unknown() {
    return otherRules ? List.of(rules(Grounds.LIKELY)) : List.of();
  }

  private static boolean touches(Edit edit, Threat threat, Set<FactRef> facts) {
    return switch (edit) {
      case Edit.OfFact(var change) -> facts.contains(change.fact());
      case Edit.OfElement(var change) ->
          threat.element().id().equals(change.element())
              || threat.members().contains(change.element())
              || threat.path().contains(change.element())
              || threat.decisions().contains(change.element());
    };
  }

  private List<Cause> causes(List<Edit> edits, Grounds grounds, Collection<FactRef> telling) {
    List<FactRef> sorted = telling.stream().sorted().toList();
    return edits.stream()
        .map(edit -> sentences.cause(edit, grounds, sorted))
        .sorted(ELEMENTS_FIRST)
        .toList();
  }
}
