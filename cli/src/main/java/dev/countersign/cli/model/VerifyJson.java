package dev.countersign.cli.model;

import dev.countersign.attest.oms.Difference;
import dev.countersign.attest.oms.OmsManifest;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import dev.countersign.report.json.JsonText;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The verdict on a model as JSON; {@code docs/schema/verify-1.schema.json} describes it. */
public final class VerifyJson {
  private final JsonGenerator json;

  private VerifyJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  public static String of(Verdict verdict) {
    return JsonText.of(json -> new VerifyJson(json).write(verdict));
  }

  /** The word for a kind of difference. */
  static String word(Difference.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void write(Verdict verdict) {
    json.writeStartObject();
    boolean good = verdict.result() instanceof Verified;
    json.writeStringProperty("verdict", good ? "verified" : "refused");
    json.writeStringProperty("model", verdict.model());
    json.writeStringProperty("bundle", verdict.bundle());
    json.writeStringProperty("asOf", verdict.asOf().toString());
    switch (verdict.result()) {
      case Verified verified -> verified(verified);
      case Refused refused -> refused(refused);
    }
    json.writeEndObject();
  }

  private void verified(Verified verified) {
    OmsManifest manifest = verified.manifest();
    JsonText.object(
        json,
        "signer",
        () -> {
          json.writeStringProperty("id", verified.by().id());
          json.writeStringProperty("name", verified.by().name());
        });
    json.writeStringProperty("digest", "sha256:" + manifest.rootDigest());
    json.writeStringProperty("statement", "sha256:" + verified.statementDigest());
    json.writeStringProperty("method", manifest.serialization().method());
    json.writeStringProperty("algorithm", manifest.serialization().algorithm().word());
    json.writeNumberProperty("files", verified.files());
    json.writeNumberProperty("bytes", verified.bytes());
    json.writeArrayPropertyStart("notes");
    verified.notes().forEach(json::writeString);
    json.writeEndArray();
  }

  private void refused(Refused refused) {
    json.writeStringProperty(
        "reason", refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeStringProperty("detail", refused.detail());
    JsonText.objects(json, "differences", refused.differences(), this::difference);
    json.writeNumberProperty("moreDifferences", refused.more());
    json.writeStringProperty("next", refused.next());
  }

  private void difference(Difference difference) {
    json.writeStringProperty("kind", word(difference.kind()));
    json.writeStringProperty("name", difference.name());
    JsonText.optional(json, "signed", difference.expected());
    JsonText.optional(json, "found", difference.found());
  }
}
