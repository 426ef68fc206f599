package dev.countersign.report.sarif;

import dev.countersign.model.Place;
import dev.countersign.report.json.JsonText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The properties of a result. */
final class ResultJson {
  private final JsonGenerator json;
  private final Map<String, Integer> indexes = new HashMap<>();

  ResultJson(JsonGenerator json, List<Rule> rules) {
    this.json = json;
    rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
  }

  void write(Result result) {
    json.writeStringProperty("ruleId", result.rule().id());
    json.writeNumberProperty("ruleIndex", indexes.getOrDefault(result.rule().id(), -1));
    json.writeStringProperty("level", result.level().word());
    message(result.message());
    JsonText.objects(json, "locations", List.of(result), this::location);
    if (!result.steps().isEmpty()) {
      JsonText.objects(json, "relatedLocations", result.steps(), this::step);
    }
    JsonText.object(
        json,
        "partialFingerprints",
        () -> json.writeStringProperty("countersign/v1", result.fingerprint()));
  }

  private void location(Result result) {
    physical(result.place());
    result
        .element()
        .ifPresent(id ->
            JsonText.objects(
                json,
                "logicalLocations",
                List.of(id),
                name -> json.writeStringProperty("fullyQualifiedName", name)));
  }

  private void step(Result.Step step) {
    physical(step.place());
    message(step.element());
  }

  private void physical(Place place) {
    JsonText.object(
        json,
        "physicalLocation",
        () -> {
          JsonText.object(
              json, "artifactLocation", () -> json.writeStringProperty("uri", uri(place.file())));
          JsonText.object(
              json,
              "region",
              () -> {
                json.writeNumberProperty("startLine", place.line());
                json.writeNumberProperty("startColumn", place.column());
              });
        });
  }

  private void message(String text) {
    JsonText.object(json, "message", () -> json.writeStringProperty("text", Plain.of(text)));
  }

  /** A relative path as a relative URI, an absolute one as a file URI; both percent-encoded. */
  static String uri(String file) {
    Path path = Path.of(file).normalize();
    if (path.isAbsolute()) {
      return path.toUri().toString();
    }
    String root = Path.of("").toUri().toString();
    String whole = path.toUri().toString();
    return whole.startsWith(root) ? whole.substring(root.length()) : file.replace('\\', '/');
  }
}
