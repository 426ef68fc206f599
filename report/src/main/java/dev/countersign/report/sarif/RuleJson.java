package dev.countersign.report.sarif;

import dev.countersign.report.json.JsonText;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The properties of a reporting descriptor. */
final class RuleJson {
  private final JsonGenerator json;

  RuleJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Rule rule) {
    json.writeStringProperty("id", rule.id());
    text("shortDescription", rule.title());
    text("fullDescription", rule.help());
    text("help", rule.help() + " More: countersign explain " + rule.id());
    JsonText.object(
        json, "defaultConfiguration", () -> json.writeStringProperty("level", rule.level().word()));
    JsonText.object(json, "properties", () -> properties(rule));
  }

  private void properties(Rule rule) {
    JsonText.strings(json, "tags", rule.tags());
    rule.severity()
        .ifPresent(severity ->
            json.writeStringProperty(
                "security-severity", String.format(Locale.ROOT, "%.1f", severity)));
  }

  private void text(String name, String text) {
    JsonText.object(json, name, () -> json.writeStringProperty("text", Plain.of(text)));
  }
}
