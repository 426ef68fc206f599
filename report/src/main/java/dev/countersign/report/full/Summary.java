package dev.countersign.report.full;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.Finding;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.next.Step;
import dev.countersign.assess.next.Steps;
import dev.countersign.derive.Severity;
import dev.countersign.model.Place;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verdict, how the threats stand, and what to do next. */
public final class Summary {
  private static final int STEPS = 7;

  /** What needs work first. */
  private static final List<State> STATES =
      List.of(State.OPEN, State.UNPROVEN, State.PLANNED, State.ACCEPTED, State.CONTROLLED);

  private final Page page;

  Summary(Page page) {
    this.page = page;
  }

  /** A row of the table of counts. */
  public record Row(String severity, List<Long> counts, long total) {
    public Row {
      counts = List.copyOf(counts);
    }
  }

  /**
   * What to do next.
   *
   * @param text what to do
   * @param more what that settles
   * @param place where
   * @param yaml lines to add there
   */
  public record Next(String text, Optional<String> more, Place place, List<String> yaml) {
    static Next of(Step step) {
      return new Next(
          step.text(), step.more(), step.place(), step.add().map(Page::yaml).orElse(List.of()));
    }
  }

  /** The verdict, in capitals. */
  public String verdict() {
    return page.assessment().verdict().word().toUpperCase(Locale.ROOT);
  }

  /** Whether the gate says no. */
  public boolean fails() {
    return page.checked().fails();
  }

  /** What the gate asks and what came of it, one sentence. */
  public String gate() {
    long errors = page.checked().count(Finding.Severity.ERROR);
    return (errors == 0
            ? "Nothing fails the gate"
            : Words.count(errors, "finding") + (errors == 1 ? " fails" : " fail") + " the gate")
        + "; "
        + page.checked().policy().gate().failOn().map(Summary::failing).orElse("no threat fails it")
        + ".";
  }

  private static String failing(Severity lowest) {
    return switch (lowest) {
          case CRITICAL -> "critical threats fail";
          case HIGH -> "high and critical threats fail";
          case MEDIUM -> "medium and graver threats fail";
          case LOW -> "every threat fails";
        }
        + " it while open or unproven";
  }

  /** How much there is, one sentence. */
  public String counts() {
    long need = page.checked().count(State.OPEN) + page.checked().count(State.UNPROVEN);
    int threats = page.assessment().threats().size();
    int questions = page.assessment().questions().size();
    return threats(threats, need)
        + (questions == 0 ? "" : "; " + Words.count(questions, "question") + " still open")
        + ".";
  }

  static String threats(int threats, long need) {
    return switch (threats) {
      case 0 -> "No threat derives from what is stated";
      case 1 ->
          "1 threat derives" + (need == 0 ? " and has an answer that holds" : " and needs work");
      default -> Words.count(threats, "threat") + " derive; " + work(need);
    };
  }

  private static String work(long need) {
    return switch ((int) need) {
      case 0 -> "every one has an answer that holds";
      case 1 -> "1 of them needs work";
      default -> need + " of them need work";
    };
  }

  /** What a year may cost, one sentence; empty where no threat can be priced. */
  public Optional<String> loss() {
    Losses losses = page.assessment().losses();
    int priced = losses.threats().size();
    int threats = page.assessment().threats().size();
    return losses.ordinalOnly()
        ? Optional.empty()
        : Optional.of(
            (priced == threats
                    ? priced == 1 ? "It can be priced" : "All of them can be priced"
                    : priced + " of the " + threats + " threats can be priced")
                + ": in nine years of ten "
                + (priced == 1 ? "it costs " : "they cost ")
                + Words.and(losses.system().stream().map(Amounts::rangeAndMedian).toList())
                + (priced == 1 ? "" : " together")
                + ", by the amounts that the decisions give.");
  }

  /** The columns of the table of counts. */
  public List<String> states() {
    return STATES.stream().map(State::word).toList();
  }

  /** The rows of the table of counts, the gravest first, and only where there are threats. */
  public List<Row> rows() {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(severity -> row(severity.word(), Optional.of(severity)))
        .filter(row -> row.total() > 0)
        .toList();
  }

  /** The last row of the table of counts. */
  public Row total() {
    return row("all", Optional.empty());
  }

  private Row row(String name, Optional<Severity> severity) {
    List<Long> counts = STATES.stream().map(state -> count(state, severity)).toList();
    return new Row(name, counts, counts.stream().mapToLong(Long::longValue).sum());
  }

  private long count(State state, Optional<Severity> severity) {
    return page.assessment().threats().stream()
        .filter(threat -> threat.answer().state() == state)
        .filter(threat -> severity.filter(it -> it != threat.threat().rank().severity()).isEmpty())
        .count();
  }

  /** What to do next, the most important first. */
  public List<Next> next() {
    return Steps.of(page.checked(), STEPS).stream().map(Next::of).toList();
  }
}
