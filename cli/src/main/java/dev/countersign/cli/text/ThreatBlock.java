package dev.countersign.cli.text;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Precedent;
import dev.countersign.report.words.AnswerWords;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One threat: what it is, how it comes in, why it is listed, and what answers it. */
final class ThreatBlock {
  static final int INDENT = 2;
  private static final int TEXT = 5;
  private static final int REASONS = 2;
  private static final int CANDIDATES = 3;
  private static final int REFERENCES = 5;
  private final Page page;
  private final Checked system;
  private final Detail detail;

  ThreatBlock(Page page, Checked system, Detail detail) {
    this.page = page;
    this.system = system;
    this.detail = detail;
  }

  /** Writes the whole block. */
  void write(AssessedThreat assessed) {
    core(assessed);
    if (assessed.answer().state() == State.OPEN) {
      candidates(assessed.threat());
    }
    if (inFull(assessed)) {
      precedents(assessed.threat());
      references(assessed.threat());
    }
  }

  /** Writes what is particular to this system. */
  void core(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    page.blank();
    heading(assessed);
    page.ends(
        TEXT,
        TEXT,
        Line.of(Style.NAME, threat.id()),
        Wording.place(threat.element().place(), system));
    if (!threat.path().isEmpty()) {
      page.line(TEXT, TEXT + 2, path(threat));
    }
    if (inFull(assessed)) {
      reasons(threat);
    }
    AnswerLines.write(page, TEXT, assessed.answer());
    if (detail == Detail.ALL) {
      rank(threat);
    }
  }

  private void heading(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    State state = assessed.answer().state();
    Line title =
        Line.of(Style.STRONG, threat.family().title())
            .gap()
            .add(Wording.style(threat.rank().severity()), Wording.word(threat.rank().severity()));
    Line left =
        Line.of().whole(Style.FAINT, String.format(Locale.ROOT, "%2d", threat.rank().position()));
    Line stands = Line.of().whole(Wording.style(state), AnswerWords.state(assessed.answer()));
    page.ends(INDENT, TEXT, left.add(" ").add(title), stands);
  }

  /** What needs work is told in full; what is answered need not be read again. */
  private boolean inFull(AssessedThreat assessed) {
    State state = assessed.answer().state();
    return detail == Detail.ALL
        || state == State.OPEN
        || state == State.UNPROVEN
        || !system.errorsOf(assessed).isEmpty();
  }

  private Line path(Threat threat) {
    Line line = Line.of();
    String arrow = "";
    for (String step : threat.path()) {
      line.add(" ").whole(Style.PLAIN, arrow + step);
      arrow = page.terminal().arrow() + " ";
    }
    if (!threat.members().isEmpty()) {
      line.add(Style.FAINT, " (also " + Words.and(threat.members()) + ")");
    }
    return line;
  }

  private void reasons(Threat threat) {
    threat.because().stream().limit(detail.most(REASONS)).forEach(this::item);
  }

  private void item(String text) {
    page.labelled(TEXT, Line.of(page.terminal().bullet()), TEXT + 2, Line.of(text));
  }

  private void candidates(Threat threat) {
    List<String> controls =
        system.catalogue().answersTo(threat.family()).stream()
            .limit(detail.most(CANDIDATES))
            .toList();
    if (!controls.isEmpty()) {
      page.line(TEXT, TEXT + 2, Line.of("Could be answered by " + Words.or(controls) + "."));
    }
  }

  private void precedents(Threat threat) {
    for (Precedent precedent : threat.precedents().stream().limit(detail.most(1)).toList()) {
      String how = precedent.incident() ? "This has happened: " : "Researchers have shown it: ";
      page.line(
          TEXT,
          TEXT + 2,
          Line.of(how).add(Style.NAME, precedent.id()).add(" " + precedent.title()));
    }
  }

  private void references(Threat threat) {
    List<String> all =
        Stream.concat(threat.techniques().stream(), threat.family().references().stream()).toList();
    int shown = Math.min(all.size(), detail.most(REFERENCES));
    String more = shown < all.size() ? ", and " + (all.size() - shown) + " more" : "";
    if (shown > 0) {
      page.line(
          TEXT, TEXT + 2, Line.of(Style.FAINT, String.join(", ", all.subList(0, shown)) + more));
    }
  }

  private void rank(Threat threat) {
    page.line(
        TEXT,
        TEXT + 2,
        Line.of(
            Style.FAINT,
            String.format(Locale.ROOT, "Score %.0f: ", threat.rank().score())
                + String.join("; ", threat.rank().reasons())));
    if (!threat.decisions().isEmpty()) {
      page.line(
          TEXT, TEXT + 2, Line.of(Style.FAINT, "Reaches " + Words.and(threat.decisions()) + "."));
    }
  }
}
