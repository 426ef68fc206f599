package dev.countersign.assess.next;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Works out what to do next: first what fails the gate, the weightiest first; then the questions
 * that decide most; then what should be mended.
 */
public final class Steps {
  private static final int QUESTIONS = 2;

  /** Threats further down do not change what comes first, and large models have thousands. */
  private static final int LOOKED_AT = 100;

  private final Checked checked;

  private Steps(Checked checked) {
    this.checked = checked;
  }

  /** The most important steps, at most that many. */
  public static List<Step> of(Checked checked, int most) {
    Steps steps = new Steps(checked);
    return Stream.of(
            steps.mending(Severity.ERROR), steps.questions(), steps.mending(Severity.WARNING))
        .flatMap(List::stream)
        .limit(most)
        .toList();
  }

  /**
   * The fewest controls that could answer the open threats, whatever their rank; of very many
   * threats only the gravest.
   */
  public static List<Proposal> proposals(Checked checked) {
    List<AssessedThreat> open =
        checked.assessment().threats().stream()
            .filter(threat -> threat.answer().state() == Answer.State.OPEN)
            .limit(LOOKED_AT)
            .toList();
    return new AnswerSteps(checked).proposals(open);
  }

  private List<Step> mending(Severity severity) {
    List<AssessedThreat> unanswered = unanswered(severity);
    List<Step> steps = new ArrayList<>(new AnswerSteps(checked).of(unanswered));
    Set<String> settled = new HashSet<>();
    unanswered.forEach(threat -> settled.addAll(threat.threat().ids()));
    checked.assessment().findings().stream()
        .filter(finding -> finding.severity() == severity)
        .filter(finding -> finding.subject().filter(settled::contains).isEmpty())
        .map(this::mend)
        .forEach(steps::add);
    steps.sort(Comparator.comparingDouble(Step::weight).reversed());
    return steps;
  }

  /** Threats that are found fault with and for which the file says nothing at all. */
  private List<AssessedThreat> unanswered(Severity severity) {
    return checked.assessment().threats().stream()
        .filter(threat -> threat.answer().resolution().isEmpty())
        .filter(threat -> !checked.findingsOf(threat, severity).isEmpty())
        .limit(LOOKED_AT)
        .toList();
  }

  private List<Step> questions() {
    return QuestionGroup.of(checked.assessment()).stream()
        .limit(QUESTIONS)
        .map(group -> QuestionStep.of(group, checked.assessment().system()))
        .toList();
  }

  private Step mend(Finding finding) {
    return Findings.step(finding, checked.threatOf(finding));
  }
}
