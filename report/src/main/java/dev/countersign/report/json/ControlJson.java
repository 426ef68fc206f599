package dev.countersign.report.json;

import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import tools.jackson.core.JsonGenerator;

/** The properties of a claimed control. */
final class ControlJson {
  private final JsonGenerator json;

  ControlJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ControlState control) {
    json.writeStringProperty("id", control.claim().id());
    json.writeStringProperty("control", control.claim().control());
    json.writeStringProperty("element", control.claim().element());
    json.writeBooleanProperty("proven", control.proven());
    PlaceJson.write(json, control.claim().place());
    JsonText.objects(json, "evidence", control.results(), this::evidence);
  }

  private void evidence(EvidenceResult result) {
    json.writeStringProperty("kind", result.kind());
    json.writeStringProperty("result", word(result));
    json.writeStringProperty("detail", result.detail());
    switch (result) {
      case EvidenceResult.Verified _ -> {}
      case EvidenceResult.Refuted refuted -> json.writeStringProperty("next", refuted.next());
      case EvidenceResult.Unchecked unchecked -> json.writeStringProperty("next", unchecked.next());
    }
  }

  private static String word(EvidenceResult result) {
    return switch (result) {
      case EvidenceResult.Verified _ -> "verified";
      case EvidenceResult.Refuted _ -> "refuted";
      case EvidenceResult.Unchecked _ -> "unchecked";
    };
  }
}
