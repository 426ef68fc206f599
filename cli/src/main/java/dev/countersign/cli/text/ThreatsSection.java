package dev.countersign.cli.text;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.derive.Severity;
import dev.countersign.knowledge.Stage;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Locale;

/** The threats by stage, in each the gravest first; low ones that fail nothing are only named. */
final class ThreatsSection {
  /** Nobody reads on after so many of one stage; the gravest come first. */
  private static final int USUAL = 20;

  private static final int NAMED = 10;

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
                .add(Style.FAINT, Words.count(threats.size(), "threat")));
    List<AssessedThreat> grave =
        threats.stream().filter(t -> detail == Detail.ALL || !minor(system, t)).toList();
    int shown = Math.min(grave.size(), detail.most(USUAL));
    for (AssessedThreat threat : grave.subList(0, shown)) {
      new ThreatBlock(page, system, detail).write(threat);
    }
    rest(page, "further", grave.subList(shown, grave.size()));
    if (detail != Detail.ALL) {
      rest(page, "low", threats.stream().filter(t -> minor(system, t)).toList());
    }
  }

  /** Low, and nothing that fails the gate. */
  private static boolean minor(Checked system, AssessedThreat threat) {
    return threat.threat().rank().severity() == Severity.LOW && system.errorsOf(threat).isEmpty();
  }

  private static void rest(Page page, String which, List<AssessedThreat> hidden) {
    if (hidden.isEmpty()) {
      return;
    }
    long open = hidden.stream().filter(t -> t.answer().state() == State.OPEN).count();
    List<String> ids = hidden.stream().limit(NAMED).map(t -> t.threat().id()).toList();
    String named =
        hidden.size() <= NAMED
            ? Words.and(ids)
            : String.join(", ", ids) + " and " + (hidden.size() - NAMED) + " more";
    page.blank();
    page.line(
        ThreatBlock.INDENT,
        Line.of(
            Style.FAINT,
            hidden.size()
                + " "
                + which
                + (open == 0 ? "" : " (" + open + " open)")
                + ", shown by --all: "
                + named));
  }
}
