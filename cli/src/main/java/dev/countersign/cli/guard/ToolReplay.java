package dev.countersign.cli.guard;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.fit.tool.replay.Replay;
import dev.countersign.guard.tool.Reason;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.Verdict;
import dev.countersign.guard.tool.label.Source;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What a gate would have said of recorded runs, for people and for programs. */
public final class ToolReplay {
  private final List<Replay> runs;

  /** Of these runs. */
  public ToolReplay(List<Replay> runs) {
    this.runs = List.copyOf(runs);
  }

  /** For people: each run with what was not simply allowed, then a summary. */
  public String text(Terminal terminal) {
    Page page = new Page(terminal);
    runs.forEach(run -> run(run, page));
    return page.blank().line(calls()).line(free()).toString();
  }

  private static void run(Replay run, Page page) {
    page.line(
        0,
        4,
        Line.of(Style.STRONG, run.run().name())
            .add(
                ": %d allowed, %d asked, %d denied"
                    .formatted(
                        run.count(Verdict.ALLOW),
                        run.count(Verdict.ASK),
                        run.count(Verdict.DENY))));
    run.rulings().stream()
        .filter(ruling -> ruling.verdict() != Verdict.ALLOW)
        .forEach(ruling -> ruling(ruling, page));
  }

  private static void ruling(Ruling ruling, Page page) {
    page.line(
        2,
        4,
        Line.of(DecisionStyle.of(ruling.decision()), ruling.verdict().word())
            .add(" ")
            .add(Style.NAME, ruling.call().name()));
    for (Reason reason : ruling.reasons()) {
      String value = reason.shownValue().isEmpty() ? "" : " " + reason.shownValue();
      page.line(6, 8, Line.of(reason.rule().word() + value + ": " + reason.text()));
    }
  }

  private String calls() {
    return "%d %s, %d calls: %d allowed, %d asked, %d denied."
        .formatted(
            runs.size(),
            runs.size() == 1 ? "run" : "runs",
            runs.stream().mapToInt(run -> run.rulings().size()).sum(),
            count(Verdict.ALLOW),
            count(Verdict.ASK),
            count(Verdict.DENY));
  }

  private String free() {
    return String.format(
        Locale.ROOT,
        "Runs in which nothing was denied: %d, in which nobody was asked either: %d. Asks a run:"
            + " %.2f.",
        runs.stream().filter(run -> run.count(Verdict.DENY) == 0).count(),
        runs.stream().filter(ToolReplay::isFree).count(),
        runs.stream().mapToInt(Replay::asks).average().orElse(0));
  }

  private long count(Verdict verdict) {
    return runs.stream().mapToLong(run -> run.count(verdict)).sum();
  }

  private static boolean isFree(Replay run) {
    return run.count(Verdict.DENY) == 0 && run.count(Verdict.ASK) == 0;
  }

  /** Whether a call of any run was denied. */
  public boolean denied() {
    return count(Verdict.DENY) > 0;
  }

  /** For programs; {@code docs/schema/guard-replay-1.schema.json} describes it. */
  public String json() {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("tool", "countersign " + BuildInfo.version());
      JsonText.objects(json, "runs", runs, run -> run(json, run));
      json.writeEndObject();
    });
  }

  private static void run(JsonGenerator json, Replay run) {
    json.writeStringProperty("run", run.run().name());
    json.writeNumberProperty("asks", run.asks());
    json.writeBooleanProperty("stopped", run.stopped());
    JsonText.objects(json, "calls", run.rulings(), ruling -> ruling(json, ruling));
  }

  private static void ruling(JsonGenerator json, Ruling ruling) {
    json.writeStringProperty("name", ruling.call().name());
    json.writeStringProperty("verdict", ruling.verdict().word());
    JsonText.objects(json, "reasons", ruling.reasons(), reason -> reason(json, reason));
  }

  private static void reason(JsonGenerator json, Reason reason) {
    json.writeStringProperty("verdict", reason.verdict().word());
    json.writeStringProperty("rule", reason.rule().word());
    json.writeStringProperty("argument", reason.argument());
    json.writeStringProperty("value", reason.shownValue());
    json.writeStringProperty("trust", reason.trust().word());
    JsonText.strings(json, "sources", reason.sources().stream().map(Source::describe).toList());
    json.writeStringProperty("text", reason.text());
  }
}
