package dev.countersign.cli.text;

import dev.countersign.assess.Checked;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.Words;
import java.util.List;

/** What the threats may cost a year, in one line; nothing where no decision gives amounts. */
final class LossLine {
  private LossLine() {}

  static void write(Page page, int indent, Checked system) {
    Losses losses = system.assessment().losses();
    if (!losses.ordinalOnly()) {
      page.line(indent, Line.of(text(losses, system.assessment().threats().size())));
    }
  }

  private static String text(Losses losses, int threats) {
    return "annual loss "
        + Words.and(losses.system().stream().map(Amounts::rangeAndMedian).toList())
        + accepted(losses.accepted())
        + "; priced "
        + losses.threats().size()
        + " of "
        + Words.count(threats, "threat");
  }

  private static String accepted(List<LossRange> accepted) {
    return accepted.isEmpty()
        ? ""
        : ", of which accepted " + Words.and(accepted.stream().map(Amounts::range).toList());
  }
}
