package dev.countersign.cli.guard;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.guard.Decision;
import dev.countersign.guard.input.Drift;
import dev.countersign.guard.input.Reason;
import java.util.Locale;

/** What an input gate says of the rows of a file, for people. */
public final class ScoredText {
  private static final int REASONS_SHOWN = 3;

  private final Page page;

  private ScoredText(Terminal terminal) {
    this.page = new Page(terminal);
  }

  /**
   * The page.
   *
   * @param most how many rows are shown
   */
  public static String of(Scored scored, Terminal terminal, int most) {
    ScoredText text = new ScoredText(terminal);
    scored.rows().stream().limit(most).forEach(text::row);
    long hidden = scored.rows().size() + scored.omitted() - Math.min(most, scored.rows().size());
    if (hidden > 0) {
      text.page.blank().line("… and %,d more: --limit N shows more.".formatted(hidden));
    }
    text.summary(scored.drift());
    return text.page.toString();
  }

  private void row(Scored.Row row) {
    Decision decision = row.verdict().decision();
    page.line(
        Line.of(DecisionStyle.of(decision), decision.word().toUpperCase(Locale.ROOT))
            .add(" row %,d".formatted(row.number()))
            .add(Style.FAINT, "  p = %s".formatted(pValue(row.verdict().pValue()))));
    row.verdict().reasons().stream()
        .limit(REASONS_SHOWN)
        .forEach(reason -> page.line(2, 4, Line.of(sentence(reason))));
  }

  static String pValue(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }

  private static String sentence(Reason reason) {
    return switch (reason.kind()) {
      case UNUSUAL ->
          "%s: %s (usual: %s), %.0f %% of the distance"
              .formatted(reason.feature(), reason.found(), reason.expected(), reason.share() * 100);
      case OUT_OF_RANGE ->
          "%s: %s is out of range (%s)"
              .formatted(reason.feature(), reason.found(), reason.expected());
      case NEW_CATEGORY ->
          "%s: %s is new (known: %s)"
              .formatted(reason.feature(), reason.found(), reason.expected());
      case MISSING ->
          "%s is missing, and never was (expected: %s)"
              .formatted(reason.feature(), reason.expected());
      case NOT_A_NUMBER ->
          "%s: %s is no number (expected: %s)"
              .formatted(reason.feature(), reason.found(), reason.expected());
      case UNKNOWN_NAME -> "'%s' is not known to the profile".formatted(reason.feature());
      case WIDTH, PREDICTION, OUT_OF_TIME ->
          "%s (expected: %s)".formatted(reason.found(), reason.expected());
    };
  }

  private void summary(Drift drift) {
    page.blank();
    page.line(
        Line.of(Style.STRONG, "%,d rows: ".formatted(drift.seen()))
            .add(
                "%,d accepted, %,d flagged, %,d rejected (%s; %s was asked for)"
                    .formatted(
                        drift.count(Decision.ACCEPT),
                        drift.count(Decision.FLAG),
                        drift.count(Decision.REJECT),
                        InputFitReport.percent(drift.rejected()),
                        InputFitReport.percent(drift.asked()))));
    if (drift.moved()) {
      page.line(
          Line.of(
              Style.WARN,
              "These rows are not distributed as the training data were: "
                  + (drift.rateProbability() < drift.shapeProbability()
                      ? "so many rejections"
                      : "p-values so uneven")
                  + " would come by chance less than once in a thousand times."));
    } else if (drift.seen() > 0) {
      page.line("Nothing speaks against them being distributed as the training data were.");
    }
  }
}
