package dev.countersign.cli.guard;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.guard.Decision;
import dev.countersign.guard.input.Drift;
import dev.countersign.guard.input.Reason;
import dev.countersign.report.json.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.JsonGenerator;

/** What an input gate says of the rows of a file, for programs. */
public final class ScoredJson {
  private final JsonGenerator json;

  private ScoredJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document; {@code docs/schema/guard-score-1.schema.json} describes it. */
  public static String of(Scored scored) {
    return JsonText.of(json -> new ScoredJson(json).write(scored));
  }

  private void write(Scored scored) {
    json.writeStartObject();
    json.writeStringProperty("tool", "countersign " + BuildInfo.version());
    JsonText.object(json, "summary", () -> summary(scored.drift()));
    JsonText.object(json, "drift", () -> drift(scored.drift()));
    JsonText.objects(json, "rows", scored.rows(), this::row);
    json.writeNumberProperty("omittedRows", scored.omitted());
    json.writeEndObject();
  }

  private void summary(Drift drift) {
    json.writeNumberProperty("rows", drift.seen());
    for (Decision decision : Decision.values()) {
      json.writeNumberProperty(decision.word(), drift.count(decision));
    }
    json.writeNumberProperty("rejected", rounded(drift.rejected()));
    json.writeNumberProperty("asked", drift.asked());
  }

  private void drift(Drift drift) {
    json.writeBooleanProperty("moved", drift.moved());
    json.writeNumberProperty("rateProbability", rounded(drift.rateProbability()));
    json.writeNumberProperty("shapeProbability", rounded(drift.shapeProbability()));
    json.writeName("pValues");
    json.writeStartArray();
    drift.bins().forEach(json::writeNumber);
    json.writeEndArray();
  }

  private void row(Scored.Row row) {
    json.writeNumberProperty("row", row.number());
    json.writeStringProperty("decision", row.verdict().decision().word());
    json.writeNumberProperty("pValue", rounded(row.verdict().pValue()));
    JsonText.objects(json, "reasons", row.verdict().reasons(), this::reason);
  }

  private void reason(Reason reason) {
    json.writeStringProperty("kind", reason.kind().word());
    json.writeStringProperty("feature", reason.feature());
    json.writeStringProperty("found", reason.found());
    json.writeStringProperty("expected", reason.expected());
    json.writeNumberProperty("share", rounded(reason.share()));
  }

  /** To four digits: all that they say, and the same on every machine. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }
}
