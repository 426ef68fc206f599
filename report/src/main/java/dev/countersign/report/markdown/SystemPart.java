package dev.countersign.report.markdown;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.SignedWords;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What a comment says about one system: verdict, next steps, what is open, and the rest folded. */
final class SystemPart {
  private static final int PURPOSE = 300;
  private static final List<State> ORDER =
      List.of(State.OPEN, State.UNPROVEN, State.PLANNED, State.ACCEPTED, State.CONTROLLED);

  private final Checked system;
  private final Assessment assessment;

  SystemPart(Checked system) {
    this.system = system;
    this.assessment = system.assessment();
  }

  /** The part under a heading of that depth, at most that many characters of it. */
  String text(String heading, int most) {
    Budget budget = new Budget(most);
    budget.add(head(heading));
    NextPart.write(system, budget);
    open().write(budget);
    register().write(budget);
    questions().write(budget);
    return budget.toString();
  }

  private String head(String heading) {
    return heading
        + " "
        + stamp(system)
        + " "
        + Comment.text(system.id(), 80)
        + "\n\n"
        + Comment.text(assessment.system().info().purpose(), PURPOSE)
        + "\n\n"
        + counts(system)
        + ", as of "
        + assessment.asOf()
        + ", in "
        + Comment.code(assessment.system().file())
        + "."
        + loss(assessment.losses())
        + signed(assessment.signOffs())
        + "\n\n";
  }

  private static String loss(Losses losses) {
    return losses.ordinalOnly()
        ? ""
        : " Annual loss "
            + Words.and(losses.system().stream().map(Amounts::rangeAndMedian).toList())
            + ".";
  }

  /** Who signed; nothing where nobody did and nobody asks for it. */
  private static String signed(SignOffs signOffs) {
    if (!signOffs.any() && signOffs.roles().stream().noneMatch(SignOff::required)) {
      return "";
    }
    List<String> parts =
        signOffs.roles().stream()
            .map(signOff -> signOff.title() + ": " + signed(signOff.state()))
            .toList();
    return " " + String.join(". ", parts) + ".";
  }

  private static String signed(SignOff.State state) {
    return switch (state) {
      case SignOff.State.Unsigned _ -> "**not signed**";
      case SignOff.State.Signed(var by, var on) ->
          "signed by " + Comment.text(by, 80) + " on " + on;
      case SignOff.State.Void gone ->
          "**void in part**, signed by "
              + Comment.text(gone.by(), 80)
              + " on "
              + gone.on()
              + "; "
              + Words.and(SignedWords.lost(gone))
              + ", "
              + SignedWords.left(gone);
    };
  }

  /** The verdict in a word. */
  static String stamp(Checked system) {
    return system.fails() ? "FAIL" : "PASS";
  }

  static String counts(Checked system) {
    int questions = system.assessment().questions().size();
    List<String> parts = new ArrayList<>();
    for (State state : ORDER) {
      long count = system.count(state);
      if (count > 0) {
        String word = count + " " + state.word();
        parts.add(state == State.OPEN || state == State.UNPROVEN ? "**" + word + "**" : word);
      }
    }
    return Words.count(system.assessment().threats().size(), "threat")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + (questions == 0 ? "" : "; " + Words.count(questions, "question"));
  }

  private Rows open() {
    List<AssessedThreat> open =
        assessment.threats().stream().filter(SystemPart::needsWork).toList();
    return new Rows(
        "#### Open or unproven\n\n| # | severity | threat | how it comes in | state |\n"
            + "|--:|---|---|---|---|\n",
        open.stream().map(new ThreatRow(system)::open).toList(),
        "\n",
        "threat");
  }

  private static boolean needsWork(AssessedThreat threat) {
    State state = threat.answer().state();
    return state == State.OPEN || state == State.UNPROVEN;
  }

  private Rows register() {
    return new Rows(
        "<details>\n<summary>The whole register: "
            + Words.count(assessment.threats().size(), "threat")
            + "</summary>\n\n| # | severity | threat | stage | state | answer |\n"
            + "|--:|---|---|---|---|---|\n",
        assessment.threats().stream().map(new ThreatRow(system)::register).toList(),
        "\n</details>\n\n",
        "threat");
  }

  private Rows questions() {
    List<QuestionGroup> groups = QuestionGroup.of(assessment);
    return new Rows(
        "<details>\n<summary>Questions: "
            + groups.size()
            + " about facts that nobody stated and that decide something</summary>\n\n",
        groups.stream().map(group -> QuestionRow.of(group, system)).toList(),
        "\n</details>\n\n",
        "question");
  }
}
