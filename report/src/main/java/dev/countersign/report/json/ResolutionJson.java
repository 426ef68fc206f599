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
    switch (resolution) {
      case Resolution.ByControl by -> JsonText.strings(json, "controls", by.controls());
      case Resolution.Planned planned -> planned(planned);
      case Resolution.Accepted accepted -> accepted(accepted);
      case Resolution.DesignedOut out -> {
        JsonText.optional(json, "change", out.change());
        JsonText.optional(json, "reference", out.reference());
      }
    }
    PlaceJson.write(json, resolution.place());
  }

  private void planned(Resolution.Planned planned) {
    JsonText.optional(json, "control", planned.control());
    JsonText.optional(json, "owner", planned.owner());
    JsonText.optional(json, "by", planned.by());
    JsonText.optional(json, "ticket", planned.ticket());
  }

  private void accepted(Resolution.Accepted accepted) {
    JsonText.optional(json, "by", accepted.by());
    JsonText.optional(json, "until", accepted.until());
    JsonText.optional(json, "reason", accepted.reason());
    JsonText.optional(json, "record", accepted.record());
  }
}
