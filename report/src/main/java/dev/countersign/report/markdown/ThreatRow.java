package dev.countersign.report.markdown;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.report.words.AnswerWords;
import java.util.List;

/** One threat in a row of a table. */
final class ThreatRow {
  private static final int TEXT = 300;
  private static final int STEPS = 12;

  private final Checked system;

  ThreatRow(Checked system) {
    this.system = system;
  }

  /** With the way in and what is wrong: for what needs work. */
  String open(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    return row(
        String.valueOf(threat.rank().position()),
        severity(threat.rank().severity()),
        named(threat),
        path(threat),
        AnswerWords.state(assessed.answer())
            + assessed.answer().why().map(why -> ". " + Comment.text(why, TEXT)).orElse(""));
  }

  /** With the answer: for the whole register. */
  String register(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    return row(
        String.valueOf(threat.rank().position()),
        severity(threat.rank().severity()),
        named(threat),
        threat.family().stage().title(),
        state(assessed),
        answer(assessed.answer()));
  }

  /** What the file answers; of an answer that does not hold, why it does not. */
  private static String answer(Answer answer) {
    boolean holds = answer.state() != State.OPEN;
    return answer
        .resolution()
        .map(
            given -> holds ? AnswerWords.says(given) : answer.why().orElse(AnswerWords.says(given)))
        .map(text -> Comment.text(text, TEXT))
        .orElse("");
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private String named(Threat threat) {
    return Comment.text(threat.family().title(), TEXT)
        + "<br>"
        + Comment.code(threat.id())
        + "<br>"
        + Comment.link(threat.element().place(), system);
  }

  private static String path(Threat threat) {
    List<String> path = threat.path();
    return Comment.codes(path.subList(0, Math.min(STEPS, path.size())), " → ")
        + (path.size() > STEPS ? " → …" : "");
  }

  private static String severity(Severity severity) {
    return severity.compareTo(Severity.HIGH) >= 0 ? "**" + severity.word() + "**" : severity.word();
  }

  private static String state(AssessedThreat assessed) {
    String text = AnswerWords.state(assessed.answer());
    return assessed.answer().state() == State.OPEN ? "**" + text + "**" : text;
  }
}
