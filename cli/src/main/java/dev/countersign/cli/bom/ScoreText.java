package dev.countersign.cli.bom;

import dev.countersign.bom.score.MinimumElement.Source;
import dev.countersign.bom.score.Score;
import dev.countersign.bom.score.Score.Result;
import dev.countersign.bom.score.Score.State;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import java.util.List;

/** How complete a bill is, for people. */
public final class ScoreText {
  private static final int INDENT = 2;
  private static final int TITLE = 12;
  private static final int SHOWN = 5;

  private final Page page;

  private ScoreText(Page page) {
    this.page = page;
  }

  /** The text, folded to the terminal. */
  public static String of(List<Score> scores, Terminal terminal) {
    Page page = new Page(terminal);
    scores.forEach(new ScoreText(page)::write);
    page.blank();
    page.line(
        Line.of(
            Style.FAINT,
            "A field counts where it is stated; whether it is true is not looked at. What each list"
                + " is and what of it could be read: docs/bom.md."));
    return page.toString();
  }

  private void write(Score score) {
    page.blank();
    page.line(Line.of(Style.STRONG, score.system()));
    for (Source source : Source.values()) {
      page.line(INDENT, Line.of(counted(score, source)).gap().add(Style.FAINT, source.title()));
    }
    for (Source source : Source.values()) {
      page.blank().line(Line.of(Style.STRONG, source.title()));
      String cluster = "";
      for (Result result : score.by(source)) {
        if (!result.element().cluster().equals(cluster)) {
          cluster = result.element().cluster();
          page.line(INDENT, Line.of(Style.FAINT, cluster));
        }
        result(result);
      }
    }
  }

  private static String counted(Score score, Source source) {
    return "%d of %d".formatted(score.present(source), score.applicable(source));
  }

  private void result(Result result) {
    page.labelled(
        INDENT, mark(result.state()), TITLE, Line.of(result.element().title() + of(result)));
    if (result.state() == State.MISSING) {
      page.line(TITLE + INDENT, Line.of(Style.FAINT, "from: " + result.element().where()));
    }
  }

  private static Line mark(State state) {
    return switch (state) {
      case PRESENT -> Line.of(Style.GOOD, "present");
      case MISSING -> Line.of(Style.WARN, "missing");
      case NOT_APPLICABLE -> Line.of(Style.FAINT, "no such");
    };
  }

  /** Which lack it, where only some do. */
  private static String of(Result result) {
    List<String> lacking = result.lacking();
    if (lacking.isEmpty() || lacking.size() == result.of() && result.of() > SHOWN) {
      return "";
    }
    int more = lacking.size() - SHOWN;
    return " ("
        + String.join(", ", lacking.subList(0, Math.min(SHOWN, lacking.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }
}
