package dev.countersign.cli.inspect;

import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Rule;
import dev.countersign.report.json.JsonText;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** What was found as JSON; {@code docs/schema/inspect-1.schema.json} describes it. */
public final class InspectJson {
  private final JsonGenerator json;

  private InspectJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The document.
   *
   * @param version of Countersign
   */
  public static String of(Results results, String version) {
    return JsonText.of(json -> new InspectJson(json).write(results, version));
  }

  private void write(Results results, String version) {
    json.writeStartObject();
    json.writeStringProperty("tool", "countersign " + version);
    json.writeStringProperty("verdict", results.verdict().toString());
    JsonText.objects(json, "files", results.files(), this::file);
    JsonText.objects(json, "rules", rules(results), this::rule);
    JsonText.strings(json, "limits", results.limits());
    json.writeEndObject();
  }

  private void file(Inspected file) {
    json.writeStringProperty("path", file.path());
    json.writeNumberProperty("size", file.size());
    JsonText.optional(json, "sha256", file.sha256());
    json.writeStringProperty("verdict", file.verdict().toString());
    JsonText.strings(json, "formats", file.formats());
    json.writeNumberProperty("members", file.members());
    JsonText.object(
        json,
        "facts",
        () ->
            new TreeMap<>(file.facts())
                .forEach((fact, value) -> json.writeStringProperty(fact.toString(), value)));
    JsonText.objects(json, "findings", file.findings(), this::finding);
    json.writeNumberProperty("omittedFindings", file.omitted());
  }

  private void finding(Finding finding) {
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("verdict", finding.rule().verdict().toString());
    json.writeStringProperty("member", finding.member());
    if (finding.offset().isPresent()) {
      json.writeNumberProperty("offset", finding.offset().getAsLong());
    }
    json.writeStringProperty("subject", finding.subject());
    JsonText.optional(json, "call", finding.call());
  }

  private void rule(Rule rule) {
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("verdict", rule.verdict().toString());
    json.writeStringProperty("title", rule.title());
    json.writeStringProperty("atLoad", rule.atLoad());
    json.writeStringProperty("fix", rule.fix());
    JsonText.strings(json, "references", rule.references());
  }

  /** Every rule that something was found by, by id. */
  static Collection<Rule> rules(Results results) {
    SortedMap<String, Rule> rules = new TreeMap<>();
    results.files().stream()
        .flatMap(file -> file.findings().stream())
        .forEach(finding -> rules.putIfAbsent(finding.rule().id(), finding.rule()));
    return rules.values();
  }
}
