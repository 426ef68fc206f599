package dev.countersign.cli.text;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.util.List;
import java.util.Optional;

/** What else is wrong: findings that no threat above has told already. */
final class FindingsSection {
  private static final int INDENT = 2;
  private static final int TEXT = 11;

  private FindingsSection() {}

  static void write(Page page, Checked system, Detail detail) {
    List<Finding> findings =
        system.assessment().findings().stream()
            .filter(finding -> detail == Detail.ALL || !told(system, finding))
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    page.blank()
        .line(
            Line.of(Style.STRONG, "FINDINGS")
                .gap()
                .add(Style.FAINT, Integer.toString(findings.size())));
    findings.forEach(finding -> write(page, finding));
  }

  /** Whether the section of threats or of controls says it already. */
  private static boolean told(Checked system, Finding finding) {
    return system.threatOf(finding).filter(threat -> tells(threat, finding)).isPresent()
        || finding
            .subject()
            .flatMap(id -> Optional.ofNullable(system.assessment().controls().get(id)))
            .filter(control -> !control.proven())
            .isPresent();
  }

  private static boolean tells(AssessedThreat threat, Finding finding) {
    State state = threat.answer().state();
    return finding.severity() == Finding.Severity.ERROR
        || state == State.OPEN
        || state == State.UNPROVEN;
  }

  private static void write(Page page, Finding finding) {
    Line label = Line.of(Wording.style(finding.severity()), finding.severity().word());
    page.labelled(INDENT, label, TEXT, Line.of(finding.message()));
    page.line(TEXT, TEXT + 2, Line.of(finding.next()));
    page.line(
        TEXT,
        TEXT + 2,
        Line.of(Style.NAME, Wording.at(finding.place())).gap().add(Style.FAINT, finding.rule()));
  }
}
