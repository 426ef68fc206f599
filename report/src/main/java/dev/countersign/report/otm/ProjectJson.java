package dev.countersign.report.otm;

import dev.countersign.assess.Assessment;
import dev.countersign.model.SystemInfo;
import dev.countersign.report.Report;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The project: the system, the verdict on it, and the file that its parts stand in. */
final class ProjectJson {
  /** The representation that components point into with file and line. */
  static final String SOURCE = "countersign";

  private final JsonGenerator json;

  ProjectJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Report report) {
    SystemInfo info = report.assessment().system().info();
    JsonText.object(
        json,
        "project",
        () -> {
          json.writeStringProperty("name", info.id());
          json.writeStringProperty("id", info.id());
          OtmText.rich(json, "description", info.purpose());
          OtmText.attributes(json, attributes(report));
        });
    JsonText.objects(json, "representations", List.of(SOURCE), this::source);
  }

  private static SortedMap<String, String> attributes(Report report) {
    Assessment assessment = report.assessment();
    SystemInfo info = assessment.system().info();
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("countersign.as-of", assessment.asOf().toString());
    attributes.put("countersign.digest", assessment.digest());
    attributes.put("countersign.file", assessment.system().file());
    attributes.put("countersign.verdict", assessment.verdict().word());
    attributes.put("countersign.version", report.tool().version());
    info.mlLead().ifPresent(who -> attributes.put("countersign.ml-lead", who));
    info.securityLead().ifPresent(who -> attributes.put("countersign.security-lead", who));
    info.nextCheckpoint()
        .ifPresent(day -> attributes.put("countersign.next-checkpoint", day.toString()));
    return attributes;
  }

  private void source(String id) {
    json.writeStringProperty("name", "countersign.yaml");
    json.writeStringProperty("id", id);
    json.writeStringProperty("type", "code");
  }
}
