package dev.countersign.cli.guard;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.Scored;
import dev.countersign.guard.prompt.text.Signal;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * What the prompt gate says of one text.
 *
 * @param name of the text: its file, or its file and line
 * @param text what was scored
 * @param scored what was said
 */
public record PromptLine(String name, String text, Scored scored) {
  /** What people and programs are told with every result. */
  public static final String NOTE =
      "A signal for triage and logs, and no boundary: an accepted text may be an attack.";

  private static final int SHOWN = 160;

  /** One line of JSON; {@code docs/schema/guard-prompt-1.schema.json} describes it. */
  public String json() {
    return JsonText.line(this::write);
  }

  private void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("text", name);
    json.writeStringProperty("decision", scored.decision().word());
    json.writeNumberProperty("score", Math.round(scored.score() * 1000) / 1000.0);
    json.writeNumberProperty("pValue", Math.round(scored.pValue() * 1e6) / 1e6);
    json.writeNumberProperty("from", scored.from());
    json.writeNumberProperty("to", scored.to());
    json.writeBooleanProperty("decoded", scored.decoded());
    json.writeBooleanProperty("hidden", scored.hidden());
    json.writeBooleanProperty("complete", scored.complete());
    JsonText.objects(json, "signals", scored.signals(), signal -> write(json, signal));
    json.writeStringProperty("note", NOTE);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Signal signal) {
    json.writeStringProperty("kind", signal.kind().word());
    json.writeNumberProperty("from", signal.from());
    json.writeNumberProperty("to", signal.to());
    json.writeNumberProperty("count", signal.count());
    json.writeNumberProperty("depth", signal.depth());
  }

  /** A page about several, for people. */
  public static String page(List<PromptLine> lines, Terminal terminal) {
    Page page = new Page(terminal);
    lines.forEach(line -> line.show(page));
    long flagged = lines.stream().filter(line -> line.scored.decision() != Decision.ACCEPT).count();
    page.blank()
        .line(
            "%,d of %,d %s. %s"
                .formatted(
                    flagged,
                    lines.size(),
                    lines.size() == 1 ? "text flagged" : "texts flagged",
                    NOTE));
    return page.toString();
  }

  private void show(Page page) {
    page.line(
        Line.of(
                DecisionStyle.of(scored.decision()),
                scored.decision().word().toUpperCase(Locale.ROOT))
            .add(" " + Safe.line(name))
            .add(Style.FAINT, String.format(Locale.ROOT, "  p = %.2g", scored.pValue())));
    if (scored.decision() != Decision.ACCEPT && scored.to() > scored.from()) {
      page.line(2, 4, Line.of(place() + Safe.line(excerpt())));
    }
    if (!scored.complete()) {
      page.line(2, 4, Line.of("Not all of it was looked at."));
    }
    for (Signal signal : scored.signals()) {
      page.line(
          2,
          4,
          Line.of(
              "%d to %d: %s, %d characters"
                  .formatted(
                      signal.from(),
                      signal.to(),
                      signal.kind().word().replace('-', ' '),
                      signal.count())));
    }
  }

  private String place() {
    return "%d to %d%s: "
        .formatted(scored.from(), scored.to(), scored.decoded() ? ", decoded" : "");
  }

  private String excerpt() {
    int to = Math.min(Math.min(scored.to(), text.length()), scored.from() + SHOWN);
    return text.substring(Math.min(scored.from(), to), to);
  }
}
