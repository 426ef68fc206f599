package dev.countersign.report.full;

import dev.countersign.assess.change.AssumptionChange;
import dev.countersign.assess.change.ControlChange;
import dev.countersign.assess.change.QuestionChange;
import dev.countersign.assess.change.ResolutionChange;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.model.Assumption;
import dev.countersign.report.words.AnswerWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed besides elements and threats, each in a line. */
public final class OtherChanges {
  private OtherChanges() {}

  /**
   * A change.
   *
   * @param kind of what changed
   * @param id of what changed
   * @param text how
   */
  public record Other(String kind, String id, String text) {}

  static List<Other> of(SystemChange change) {
    return Stream.of(
            change.renamed().stream()
                .map(it -> new Other("element", it.after(), "was called " + it.before())),
            change.resolutions().stream().map(OtherChanges::answer),
            change.controls().stream().map(OtherChanges::control),
            change.assumptions().stream().map(OtherChanges::assumption),
            change.questions().stream().map(OtherChanges::question))
        .flatMap(others -> others)
        .toList();
  }

  private static Other answer(ResolutionChange change) {
    String was = change.before().map(AnswerWords::says).orElse("No answer.");
    String is = change.after().map(AnswerWords::says).orElse("No answer.");
    return new Other("answer", change.threat(), is + " Before: " + was);
  }

  private static Other control(ControlChange change) {
    return new Other("control", change.id(), how(change));
  }

  private static String how(ControlChange change) {
    if (change.lostProof()) {
      return change.after().isPresent() ? "lost its proof" : "no longer claimed; it was proven";
    }
    if (change.becameProven()) {
      return change.before().isPresent() ? "proven now" : "claimed now, and proven";
    }
    return came(change.before(), change.after(), "claimed now, not proven", "no longer claimed");
  }

  private static Other assumption(AssumptionChange change) {
    Optional<String> states = change.after().map(Assumption::states);
    return new Other(
        "assumption",
        change.id(),
        came(change.before(), change.after(), "new", "no longer made")
            + states.map(text -> ": " + text).orElse(""));
  }

  private static Other question(QuestionChange change) {
    return new Other(
        "question",
        change.question().id(),
        switch (change.sort()) {
          case NEW -> "asked now: " + change.question().text();
          case ANSWERED -> "answered";
          case MOOT -> "decides nothing any more";
        });
  }

  private static String came(Optional<?> before, Optional<?> after, String ifNew, String ifGone) {
    if (before.isEmpty()) {
      return ifNew;
    }
    return after.isEmpty() ? ifGone : "says something else";
  }
}
