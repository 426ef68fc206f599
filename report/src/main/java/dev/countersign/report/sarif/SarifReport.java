package dev.countersign.report.sarif;

import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
import dev.countersign.report.json.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * The verdict on one or several systems as one SARIF run. Columns count code points; URIs are
 * relative to the folder in which the check ran, which should be the root of the repository.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private final JsonGenerator json;
  private final List<Result> results;

  private SarifReport(JsonGenerator json, List<Result> results) {
    this.json = json;
    this.results = results;
  }

  /** The document. */
  public static String of(List<Checked> systems, Tool tool) {
    List<Result> results = systems.stream().flatMap(system -> Results.of(system).stream()).toList();
    return JsonText.of(json -> new SarifReport(json, results).write(systems, tool));
  }

  private void write(List<Checked> systems, Tool tool) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    JsonText.objects(json, "runs", List.of(systems), run -> run(run, tool));
    json.writeEndObject();
  }

  private void run(List<Checked> systems, Tool tool) {
    List<Rule> rules = Rule.of(results);
    JsonText.object(json, "tool", () -> driver(tool, rules));
    JsonText.object(
        json, "automationDetails", () -> json.writeStringProperty("id", automation(systems)));
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    ResultJson writer = new ResultJson(json, rules);
    JsonText.objects(json, "results", results, writer::write);
    JsonText.object(
        json,
        "properties",
        () -> json.writeStringProperty("verdict", Checked.worst(systems).word()));
  }

  private void driver(Tool tool, List<Rule> rules) {
    JsonText.object(
        json,
        "driver",
        () -> {
          json.writeStringProperty("name", "Countersign");
          json.writeStringProperty("version", tool.version());
          JsonText.objects(json, "rules", rules, new RuleJson(json)::write);
        });
  }

  /** One system keeps its own history among the runs of a repository. */
  private static String automation(List<Checked> systems) {
    return systems.size() == 1 ? "countersign/" + systems.getFirst().id() + "/" : "countersign/";
  }
}
