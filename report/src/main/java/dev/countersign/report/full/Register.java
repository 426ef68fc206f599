package dev.countersign.report.full;

import dev.countersign.assess.Answer;
import dev.countersign.derive.Severity;
import dev.countersign.knowledge.Stage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The threats, by the stage at which they act and then by rank. */
public final class Register {
  /** Of so few threats that need work, each is shown unfolded. */
  private static final int UNFOLDED = 8;

  private final Page page;

  Register(Page page) {
    this.page = page;
  }

  /** The threats of one stage. */
  public record StageView(Stage stage, List<ThreatView> threats) {
    public StageView {
      threats = List.copyOf(threats);
    }

    /** Where links to it lead. */
    public String anchor() {
      return "stage-" + stage.word();
    }
  }

  /** The stages, also those without a threat. */
  public List<StageView> stages() {
    return Arrays.stream(Stage.values()).map(this::stage).toList();
  }

  private StageView stage(Stage stage) {
    return new StageView(
        stage,
        page.assessment().threats().stream()
            .filter(threat -> threat.threat().family().stage() == stage)
            .map(threat -> new ThreatView(threat, page))
            .toList());
  }

  /** How many threats there are. */
  public int size() {
    return page.assessment().threats().size();
  }

  /** Whether what needs work is shown unfolded. */
  public boolean unfolds() {
    long work =
        page.checked().count(Answer.State.OPEN) + page.checked().count(Answer.State.UNPROVEN);
    return work <= UNFOLDED;
  }

  /** The words of the filter for rank, the gravest first. */
  public List<String> severities() {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(Severity::word)
        .toList();
  }

  /** The words of the filter for answers. */
  public List<String> states() {
    return Arrays.stream(Answer.State.values()).map(Answer.State::word).toList();
  }
}
