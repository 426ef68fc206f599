package dev.countersign.cli.guard;

import dev.countersign.cli.terminal.Safe;
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
  public String text() {
    StringBuilder out = new StringBuilder();
    for (Replay run : runs) {
      out.append(
          "%s: %d allowed, %d asked, %d denied\n"
              .formatted(
                  Safe.line(run.run().name()),
                  run.count(Verdict.ALLOW),
                  run.count(Verdict.ASK),
                  run.count(Verdict.DENY)));
      run.rulings().stream()
          .filter(ruling -> ruling.verdict() != Verdict.ALLOW)
          .forEach(ruling -> ruling(ruling, out));
    }
    return out.append(summary()).toString();
  }

  private static void ruling(Ruling ruling, StringBuilder out) {
    out.append("  %-5s %s\n".formatted(ruling.verdict().word(), Safe.line(ruling.call().name())));
    for (Reason reason : ruling.reasons()) {
      String value = reason.shownValue().isEmpty() ? "" : " " + reason.shownValue();
      out.append(
          "        %s%s: %s\n"
              .formatted(reason.rule().word(), Safe.line(value), Safe.line(reason.text())));
    }
  }

  private String summary() {
    return String.format(
        Locale.ROOT,
        "%nRuns %d, calls %d: %d allowed, %d asked, %d denied.%n"
            + "Runs in which nothing was denied: %d, in which nobody was asked either: %d."
            + " Asks a run: %.2f.%n",
        runs.size(),
        runs.stream().mapToInt(run -> run.rulings().size()).sum(),
        count(Verdict.ALLOW),
        count(Verdict.ASK),
        count(Verdict.DENY),
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

  /**
   * For programs.
   *
   * @param version of Countersign
   */
  public String json(String version) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("tool", "countersign " + version);
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
