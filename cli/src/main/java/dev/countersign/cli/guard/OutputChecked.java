package dev.countersign.cli.guard;

import dev.countersign.cli.terminal.Safe;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.policy.Destination;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the output gate found, for people and for programs. */
public final class OutputChecked {
  private static final int SHOWN = 60;

  private OutputChecked() {}

  /** A block for each finding, and the decision. */
  public static String text(String text, Destination destination, Checked checked) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : checked.findings()) {
      out.append(block(text, finding));
    }
    out.append(
        "%s for %s%s\n"
            .formatted(
                checked.decision().word(),
                destination.word(),
                checked.encoded().isPresent()
                    ? "; --encode prints it in a form that is safe there"
                    : ""));
    return out.toString();
  }

  private static String block(String text, Finding finding) {
    String quoted =
        finding.rule().startsWith("secret.") || finding.rule().startsWith("personal.")
            ? ""
            : "\n    " + quote(text, finding);
    return "%s  %s  %s\n    %s: %s%s\n"
        .formatted(
            place(text, finding.start()),
            finding.decision().word(),
            finding.rule(),
            Safe.line(finding.what()),
            Safe.line(finding.why()),
            quoted);
  }

  private static String quote(String text, Finding finding) {
    int end = Math.min(finding.end(), Math.min(text.length(), finding.start() + SHOWN));
    String part = text.substring(Math.min(finding.start(), end), end);
    return Safe.line(part) + (finding.end() > end ? "…" : "");
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

  /**
   * {@code {decision, destination, findings: [{rule, decision, start, end, place, …}], encoded}}.
   */
  public static String json(String text, Destination destination, Checked checked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("decision", checked.decision().word());
    json.put("destination", destination.word());
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : checked.findings()) {
      ObjectNode one = findings.addObject();
      one.put("rule", finding.rule());
      one.put("decision", finding.decision().word());
      one.put("start", finding.start());
      one.put("end", finding.end());
      one.put("place", place(text, finding.start()));
      one.put("encodable", finding.encodable());
      one.put("what", finding.what());
      one.put("why", finding.why());
    }
    checked.encoded().ifPresent(safe -> json.put("encoded", safe));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }
}
