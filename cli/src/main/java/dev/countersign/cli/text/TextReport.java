package dev.countersign.cli.text;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import java.util.List;

/** The verdict on one or several systems as text. */
public final class TextReport {
  /** The first lines of so many reports could not be found again above the others. */
  private static final int USUAL = 10;

  private final Page page;
  private final Detail detail;

  private TextReport(Page page, Detail detail) {
    this.page = page;
    this.detail = detail;
  }

  /** The text, folded to the terminal; every line ends with a line feed. */
  public static String of(List<Checked> systems, Terminal terminal, Detail detail) {
    Page page = new Page(terminal);
    new TextReport(page, detail).write(systems);
    return page.toString();
  }

  /** Writes how one threat comes in, why it is listed, how it ranks and what answers it. */
  public static void threat(Page page, Checked system, AssessedThreat threat) {
    new ThreatBlock(page, system, Detail.ALL).core(threat);
  }

  /** Writes one claimed control with its evidence. */
  public static void control(Page page, Checked system, ControlState control) {
    ControlsSection.write(page, system, control);
  }

  private void write(List<Checked> systems) {
    if (systems.size() > 1) {
      VerdictSection.overall(page, systems);
    } else if (detail == Detail.QUIET) {
      VerdictSection.brief(page, systems.getFirst());
    }
    if (detail == Detail.QUIET) {
      return;
    }
    if (systems.size() > detail.most(USUAL)) {
      page.blank().line(Line.of("One in full: countersign check PATH. Everything: --all."));
      return;
    }
    for (Checked system : systems) {
      if (systems.size() > 1) {
        page.blank().verbatim(0, Style.FAINT, page.terminal().rule(page.terminal().width()));
      }
      system(system);
    }
    HintLine.write(page, systems.getFirst());
  }

  private void system(Checked system) {
    VerdictSection.write(page, system);
    NextSection.write(page, system, detail);
    ThreatsSection.write(page, system, detail);
    ControlsSection.write(page, system, detail);
    FindingsSection.write(page, system, detail);
    QuestionsSection.write(page, system, detail);
  }
}
