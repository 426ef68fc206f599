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
      case EvidenceResult.Verified verified -> verified(verified);
      case EvidenceResult.Refuted refuted -> json.writeStringProperty("next", refuted.next());
      case EvidenceResult.Unchecked unchecked -> json.writeStringProperty("next", unchecked.next());
    }
  }

  private void verified(EvidenceResult.Verified verified) {
    if (!verified.digests().isEmpty()) {
      json.writeObjectPropertyStart("digests");
      verified.digests().forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    if (!verified.by().isEmpty()) {
      JsonText.objects(json, "by", verified.by(), this::attester);
    }
  }

  private void attester(EvidenceResult.Attester attester) {
    json.writeStringProperty("identity", attester.identity());
    json.writeStringProperty("name", attester.name());
  }

  private static String word(EvidenceResult result) {
    return switch (result) {
      case EvidenceResult.Verified _ -> "verified";
      case EvidenceResult.Refuted _ -> "refuted";
      case EvidenceResult.Unchecked _ -> "unchecked";
    };
  }
}
