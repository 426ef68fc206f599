package dev.countersign.assess.change;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the answers to one threat. */
final class AnswerDiff {
  private final Renames renames;
  private final Standing was;
  private final Standing is;

  AnswerDiff(Renames renames, Standing was, Standing is) {
    this.renames = renames;
    this.was = was;
    this.is = is;
  }

  /** The change, if there is one. */
  Optional<ThreatChange> of(AssessedThreat before, AssessedThreat after) {
    Optional<Resolution> old = before.answer().resolution().map(renames::renamed);
    Optional<Resolution> now = after.answer().resolution();
    State came = before.answer().state();
    State stands = after.answer().state();
    if (came == stands && Answers.same(old, now)) {
      return Optional.empty();
    }
    ThreatChange.Sort sort =
        holds(came) && !holds(stands) ? ThreatChange.Sort.REOPENED : ThreatChange.Sort.ANSWERED;
    return Optional.of(
        new ThreatChange(
            sort,
            after.threat().id(),
            List.of(),
            Optional.of(before),
            Optional.of(after),
            causes(before, after, old, now)));
  }

  private static boolean holds(State state) {
    return switch (state) {
      case CONTROLLED, PLANNED, ACCEPTED -> true;
      case OPEN, UNPROVEN -> false;
    };
  }

  private List<Cause> causes(
      AssessedThreat before,
      AssessedThreat after,
      Optional<Resolution> old,
      Optional<Resolution> now) {
    String id = after.threat().id();
    List<Cause> causes = new ArrayList<>();
    Answers.differences(old, now).forEach(text -> causes.add(stated(Cause.Sort.ANSWER, id, text)));
    causes.addAll(proofs(before.answer(), after.answer()));
    if (causes.isEmpty() || (!holds(after.answer().state()) && now.isPresent())) {
      circumstance(before, after)
          .filter(cause -> causes.stream().noneMatch(c -> c.sort() == Cause.Sort.EVIDENCE))
          .ifPresent(causes::add);
    }
    return causes;
  }

  private List<Cause> proofs(Answer before, Answer after) {
    Map<String, ControlState> old = new TreeMap<>();
    before.controls().forEach(c -> old.put(renames.laterPair(c.claim().id()), c));
    List<Cause> causes = new ArrayList<>();
    for (ControlState control : after.controls()) {
      String id = control.claim().id();
      Optional<ControlState> came = Optional.ofNullable(old.get(id));
      if (came.map(ControlState::proven).orElse(!control.proven()) != control.proven()) {
        causes.add(stated(Cause.Sort.EVIDENCE, id, id + proof(came.isPresent(), control)));
      }
    }
    return causes;
  }

  private static String proof(boolean listedBefore, ControlState control) {
    return control
        .doubt()
        .map(doubt -> " is no" + (listedBefore ? " longer" : "t") + " proven. " + doubt)
        .orElse(listedBefore ? " is proven now." : " is listed now, and proven.");
  }

  /** What is neither in the answer nor in its proof: the day, the policy, the rank. */
  private Optional<Cause> circumstance(AssessedThreat before, AssessedThreat after) {
    Optional<String> why = after.answer().why();
    String id = after.threat().id();
    boolean graver = before.threat().rank().severity() != after.threat().rank().severity();
    if (!was.policy().equals(is.policy())) {
      return Optional.of(stated(Cause.Sort.POLICY, id, "The policy changed." + spaced(why)));
    }
    if (!was.asOf().equals(is.asOf())) {
      return Optional.of(
          stated(
              Cause.Sort.DAY,
              id,
              why.orElse(
                  "It is judged as of " + is.asOf() + " and was as of " + was.asOf() + ".")));
    }
    return why.map(text -> stated(graver ? Cause.Sort.RANK : Cause.Sort.ANSWER, id, text));
  }

  private static String spaced(Optional<String> text) {
    return text.map(given -> " " + given).orElse("");
  }

  private static Cause stated(Cause.Sort sort, String subject, String text) {
    return new Cause(sort, subject, text, Grounds.STATED);
  }
}
