package dev.countersign.report.json;

import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The verdict on one or several systems as JSON. */
public final class JsonReport {
  private final JsonGenerator json;
  private final Tool tool;

  private JsonReport(JsonGenerator json, Tool tool) {
    this.json = json;
    this.tool = tool;
  }

  /** The document: the object of the system itself, or an object with a list of several. */
  public static String of(List<Checked> systems, Tool tool) {
    return JsonText.of(json -> new JsonReport(json, tool).write(systems));
  }

  private void write(List<Checked> systems) {
    json.writeStartObject();
    if (systems.size() == 1) {
      tool();
      new SystemJson(json).write(systems.getFirst());
    } else {
      json.writeStringProperty("verdict", Checked.worst(systems).word());
      tool();
      JsonText.objects(json, "systems", systems, system -> new SystemJson(json).write(system));
    }
    json.writeEndObject();
  }

  private void tool() {
    JsonText.object(
        json,
        "tool",
        () -> {
          json.writeStringProperty("name", "countersign");
          json.writeStringProperty("version", tool.version());
          JsonText.object(
              json, "knowledge", () -> tool.knowledge().forEach(json::writeStringProperty));
        });
  }
}
