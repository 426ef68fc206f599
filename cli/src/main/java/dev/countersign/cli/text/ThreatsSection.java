package dev.countersign.cli.text;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.verdict.Checked;
import dev.countersign.derive.Severity;
import dev.countersign.knowledge.Stage;
import java.util.List;
import java.util.Locale;

/** The threats by stage, in each the gravest first; low ones that fail nothing are only named. */
final class ThreatsSection {
  private ThreatsSection() {}

  static void write(Page page, Checked system, Detail detail) {
    List<AssessedThreat> threats = system.assessment().threats();
    for (Stage stage : Stage.values()) {
      List<AssessedThreat> here =
          threats.stream().filter(t -> t.threat().family().stage() == stage).toList();
      if (!here.isEmpty()) {
        stage(page, system, detail, stage, here);
      }
    }
  }

  private static void stage(
      Page page, Checked system, Detail detail, Stage stage, List<AssessedThreat> threats) {
    String heading = stage.title().toUpperCase(Locale.ROOT);
    page.blank()
        .line(
            Line.of(Style.STRONG, heading)
                .gap()
                .add(Style.FAINT, Wording.count(threats.size(), "threat")));
    List<AssessedThreat> shown =
        threats.stream().filter(t -> detail == Detail.ALL || !minor(system, t)).toList();
    for (AssessedThreat threat : shown) {
      new ThreatBlock(page, system, detail).write(threat);
    }
    rest(page, threats.stream().filter(t -> !shown.contains(t)).toList());
  }

  /** Low, and nothing that fails the gate. */
  private static boolean minor(Checked system, AssessedThreat threat) {
    return threat.threat().rank().severity() == Severity.LOW && system.errorsOf(threat).isEmpty();
  }

  private static void rest(Page page, List<AssessedThreat> hidden) {
    if (hidden.isEmpty()) {
      return;
    }
    long open = hidden.stream().filter(t -> t.answer().state() == State.OPEN).count();
    page.blank();
    page.line(
        ThreatBlock.INDENT,
        Line.of(
            Style.FAINT,
            hidden.size()
                + " low"
                + (open == 0 ? "" : " (" + open + " open)")
                + ", shown by --all: "
                + Wording.and(hidden.stream().map(t -> t.threat().id()).toList())));
  }
}
