package dev.countersign.report.json;

import dev.countersign.assess.Answer;
import dev.countersign.model.Resolution;
import tools.jackson.core.JsonGenerator;

/** The properties of an answer: the kind that the file gives and the state that it comes to. */
final class ResolutionJson {
  private final JsonGenerator json;

  ResolutionJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Answer answer) {
    json.writeStringProperty("kind", answer.resolution().map(Resolution::kind).orElse("open"));
    json.writeStringProperty("state", answer.state().word());
    JsonText.optional(json, "why", answer.why());
    answer.resolution().ifPresent(this::details);
  }

  void details(Resolution resolution) {
    if (resolution instanceof Resolution.ByControl by) {
      JsonText.strings(json, "controls", by.controls());
    }
    resolution.arguments().forEach(json::writeStringProperty);
    PlaceJson.write(json, resolution.place());
  }
}
