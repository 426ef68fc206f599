package dev.countersign.assess.change;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.derive.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares threats. They are matched by every id under which they may be answered, so that a threat
 * whose group of elements grew, shrank or got another first element is still the same threat.
 */
final class ThreatDiff {
  /** Scores nearer than this are the same for the question what moved one. */
  private static final double SAME = 1;

  private final List<AssessedThreat> before;
  private final List<AssessedThreat> after;
  private final Renames renames;
  private final Causes causes;
  private final AnswerDiff answers;
  private final Map<String, AssessedThreat> earlier = new HashMap<>();
  private final Map<String, AssessedThreat> later = new HashMap<>();

  ThreatDiff(Version before, Version after, Renames renames, Causes causes, AnswerDiff answers) {
    this.before = before.checked().assessment().threats();
    this.after = after.checked().assessment().threats();
    this.renames = renames;
    this.causes = causes;
    this.answers = answers;
    this.before.forEach(threat -> earlierIds(threat).forEach(id -> earlier.put(id, threat)));
    this.after.forEach(threat -> threat.threat().ids().forEach(id -> later.put(id, threat)));
  }

  /** Every change, by what happened, then by rank. */
  List<ThreatChange> changes() {
    List<ThreatChange> changes = new ArrayList<>();
    for (AssessedThreat threat : after) {
      come(threat).ifPresent(changes::add);
      match(threat)
          .ifPresent(was -> {
            reranked(was, threat).ifPresent(changes::add);
            answers.of(was, threat).ifPresent(changes::add);
          });
    }
    before.forEach(threat -> gone(threat).ifPresent(changes::add));
    changes.sort(
        Comparator.comparing(ThreatChange::sort)
            .thenComparingInt(change -> change.shown().threat().rank().position())
            .thenComparing(ThreatChange::id));
    return changes;
  }

  /** The ids of an earlier threat as they would be now. */
  private List<String> earlierIds(AssessedThreat threat) {
    return threat.threat().ids().stream().map(renames::laterPair).toList();
  }

  private Optional<AssessedThreat> match(AssessedThreat threat) {
    return threat.threat().ids().stream()
        .flatMap(id -> Stream.ofNullable(earlier.get(id)))
        .findFirst();
  }

  private Optional<ThreatChange> come(AssessedThreat threat) {
    List<String> ids = threat.threat().ids();
    List<String> fresh = ids.stream().filter(id -> !earlier.containsKey(id)).toList();
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    String id = fresh.getFirst();
    return Optional.of(
        new ThreatChange(
            ThreatChange.Sort.NEW,
            id,
            fresh.subList(1, fresh.size()),
            Optional.empty(),
            Optional.of(threat),
            causes.of(trial -> trial.threat(id).isPresent(), Optional.of(threat.threat()))));
  }

  private Optional<ThreatChange> gone(AssessedThreat threat) {
    List<String> missing =
        earlierIds(threat).stream().filter(id -> !later.containsKey(id)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String id = missing.getFirst();
    return Optional.of(
        new ThreatChange(
            ThreatChange.Sort.GONE,
            id,
            missing.subList(1, missing.size()),
            Optional.of(threat),
            Optional.empty(),
            causes.of(trial -> trial.threat(id).isEmpty(), Optional.of(threat.threat()))));
  }

  private Optional<ThreatChange> reranked(AssessedThreat was, AssessedThreat is) {
    Rank old = was.threat().rank();
    Rank now = is.threat().rank();
    if (old.severity() == now.severity()
        && Math.abs(old.score() - now.score()) <= ThreatChange.NOTABLE) {
      return Optional.empty();
    }
    String id = is.threat().id();
    List<Cause> why =
        new ArrayList<>(
            causes.of(
                trial -> trial.threat(id).filter(t -> alike(t.rank(), now)).isPresent(),
                Optional.of(is.threat())));
    reasons(id, old, now).ifPresent(why::add);
    return Optional.of(
        new ThreatChange(
            ThreatChange.Sort.RERANKED, id, List.of(), Optional.of(was), Optional.of(is), why));
  }

  private static boolean alike(Rank one, Rank other) {
    return one.severity() == other.severity() && Math.abs(one.score() - other.score()) <= SAME;
  }

  /** What the rank itself says about the difference. */
  private static Optional<Cause> reasons(String id, Rank old, Rank now) {
    List<String> come = now.reasons().stream().filter(r -> !old.reasons().contains(r)).toList();
    List<String> left = old.reasons().stream().filter(r -> !now.reasons().contains(r)).toList();
    List<String> parts = new ArrayList<>();
    if (!come.isEmpty()) {
      parts.add("counts now: " + String.join(", ", come));
    }
    if (!left.isEmpty()) {
      parts.add("no longer: " + String.join(", ", left));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cause(Cause.Sort.RANK, id, "It " + String.join("; ", parts) + ".", Grounds.STATED));
  }
}
