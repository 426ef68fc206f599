package dev.countersign.assess;

import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * What the answer to one threat comes to, and what is wrong with it.
 *
 * @param answer as assessed
 * @param findings at most one of each rule
 */
record Judgement(Answer answer, List<Finding> findings) {
  Judgement {
    findings = List.copyOf(findings);
  }

  /** The answer holds. */
  static Judgement holds(Answer.State state, Resolution resolution, List<ControlState> controls) {
    return new Judgement(
        new Answer(state, Optional.of(resolution), Optional.empty(), controls), List.of());
  }

  /** The answer does not hold, so the threat is open. */
  static Judgement open(Resolution resolution, String why, Finding finding) {
    return new Judgement(
        new Answer(Answer.State.OPEN, Optional.of(resolution), Optional.of(why), List.of()),
        List.of(finding));
  }
}
