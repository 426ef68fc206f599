package dev.countersign.cli.guard;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.report.json.JsonText;
import tools.jackson.core.JsonGenerator;

/** What the output gate found, for people and for programs. */
public final class OutputChecked {
  private static final int SHOWN = 60;

  private OutputChecked() {}

  /** A block for each finding, and the decision. */
  public static String text(
      String text, Destination destination, Checked checked, Terminal terminal) {
    Page page = new Page(terminal);
    checked.findings().forEach(finding -> block(text, finding, page));
    page.line(
        Line.of(DecisionStyle.of(checked.decision()), checked.decision().word())
            .add(" for " + destination.word())
            .add(
                checked.encoded().isPresent()
                    ? "; --encode prints it in a form that is safe there"
                    : ""));
    return page.toString();
  }

  private static void block(String text, Finding finding, Page page) {
    page.line(
        0,
        4,
        Line.of(place(text, finding.start()) + " ")
            .add(DecisionStyle.of(finding.decision()), finding.decision().word())
            .add(" ")
            .add(Style.NAME, finding.rule()));
    page.line(4, Line.of(finding.what() + ": " + finding.why()));
    if (!finding.rule().startsWith("secret.") && !finding.rule().startsWith("personal.")) {
      page.verbatim(4, Style.FAINT, quote(text, finding));
    }
  }

  private static String quote(String text, Finding finding) {
    int end = Math.min(finding.end(), Math.min(text.length(), finding.start() + SHOWN));
    String part = text.substring(Math.min(finding.start(), end), end);
    return part + (finding.end() > end ? "…" : "");
  }

  /** Lines and columns from 1, columns in code points. */
  private static String place(String text, int offset) {
    int at = Math.min(offset, text.length());
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return line + ":" + (text.codePointCount(start, at) + 1);
  }

  /** For programs; {@code docs/schema/guard-check-1.schema.json} describes it. */
  public static String json(String text, Destination destination, Checked checked) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("tool", "countersign " + BuildInfo.version());
      json.writeStringProperty("decision", checked.decision().word());
      json.writeStringProperty("destination", destination.word());
      JsonText.objects(json, "findings", checked.findings(), finding -> write(text, finding, json));
      JsonText.optional(json, "encoded", checked.encoded());
      json.writeEndObject();
    });
  }

  private static void write(String text, Finding finding, JsonGenerator json) {
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("decision", finding.decision().word());
    json.writeNumberProperty("start", finding.start());
    json.writeNumberProperty("end", finding.end());
    json.writeStringProperty("place", place(text, finding.start()));
    json.writeBooleanProperty("encodable", finding.encodable());
    json.writeStringProperty("what", finding.what());
    json.writeStringProperty("why", finding.why());
  }
}
