package dev.countersign.cli.text;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.policy.Policy;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.derive.Severity;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first lines: pass or fail, which system, and how its threats stand. */
final class VerdictSection {
  private static final int INDENT = 6;

  /** What needs work first. */
  private static final List<State> ORDER =
      List.of(State.OPEN, State.UNPROVEN, State.PLANNED, State.ACCEPTED, State.CONTROLLED);

  private VerdictSection() {}

  /** The verdict on several systems, then one line for each. */
  static void overall(Page page, List<Checked> systems) {
    long failing = systems.stream().filter(Checked::fails).count();
    String says = failing == 0 ? "none fails" : failing + (failing == 1 ? " fails" : " fail");
    page.line(stamp(Checked.worst(systems)).add(" " + systems.size() + " systems, " + says));
    systems.forEach(system -> brief(page, system));
  }

  /** Verdict, system and counts. */
  static void brief(Page page, Checked system) {
    Line line =
        stamp(system.assessment().verdict())
            .add(" ")
            .add(Style.STRONG, system.id())
            .gap()
            .add(counts(system));
    page.line(0, INDENT, line);
  }

  /** The same with purpose, place, day and gate. */
  static void write(Page page, Checked system) {
    brief(page, system);
    page.line(INDENT, Line.of(Style.FAINT, system.assessment().system().info().purpose()));
    page.line(
        INDENT,
        Line.of(
            Style.FAINT,
            system.assessment().system().file()
                + ", as of "
                + system.assessment().asOf()
                + "; "
                + gate(system.policy())));
    LossLine.write(page, INDENT, system);
    SignedLines.write(page, INDENT, system.assessment().signOffs());
  }

  private static String gate(Policy policy) {
    return policy.gate().failOn().map(VerdictSection::failing).orElse("no threat fails")
        + policy.file().map(file -> " (" + file + ")").orElse("");
  }

  private static String failing(Severity lowest) {
    return switch (lowest) {
          case CRITICAL -> "critical threats fail";
          case HIGH -> "high and critical threats fail";
          case MEDIUM -> "medium and graver threats fail";
          case LOW -> "every threat fails";
        }
        + " while open or unproven";
  }

  private static Line stamp(Verdict verdict) {
    Style style = verdict == Verdict.PASS ? Style.GOOD : Style.BAD;
    return Line.of().whole(style, verdict.word().toUpperCase(Locale.ROOT) + " ");
  }

  /** A pass is no all-clear while answers could add threats. */
  private static String open(Checked system) {
    return system.assessment().verdict() == Verdict.PASS ? " open" : "";
  }

  private static String counts(Checked system) {
    int threats = system.assessment().threats().size();
    int questions = system.assessment().questions().size();
    List<String> parts = new ArrayList<>();
    for (State state : ORDER) {
      long count = system.count(state);
      if (count > 0) {
        parts.add(count + " " + state.word());
      }
    }
    return Words.count(threats, "threat")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + (questions == 0 ? "" : "; " + Words.count(questions, "question") + open(system));
  }
}
