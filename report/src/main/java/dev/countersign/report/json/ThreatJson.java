package dev.countersign.report.json;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Precedent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The properties of a threat and of its answer. */
final class ThreatJson {
  /** More digits than these would claim an accuracy that an ordinal rank does not have. */
  private static final int DIGITS = 3;

  private final JsonGenerator json;
  private final Checked checked;

  ThreatJson(JsonGenerator json, Checked checked) {
    this.json = json;
    this.checked = checked;
  }

  void write(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    identity(threat);
    rank(threat.rank());
    checked
        .assessment()
        .losses()
        .of(threat.id())
        .ifPresent(loss -> JsonText.object(json, "loss", () -> LossesJson.range(json, loss)));
    JsonText.strings(json, "techniques", threat.techniques());
    JsonText.strings(json, "references", threat.family().references());
    JsonText.strings(json, "because", threat.because());
    JsonText.strings(json, "path", threat.path());
    JsonText.strings(json, "members", threat.members());
    JsonText.strings(json, "facts", threat.facts().stream().map(FactRef::toString).toList());
    JsonText.strings(json, "decisions", threat.decisions());
    PlaceJson.write(json, threat.element().place());
    json.writeBooleanProperty("failsGate", !checked.errorsOf(assessed).isEmpty());
    JsonText.object(json, "resolution", () -> new ResolutionJson(json).write(assessed.answer()));
    JsonText.strings(json, "candidates", checked.catalogue().answersTo(threat.family()));
    JsonText.strings(json, "precedents", threat.precedents().stream().map(Precedent::id).toList());
  }

  private void identity(Threat threat) {
    Family family = threat.family();
    json.writeStringProperty("id", threat.id());
    json.writeStringProperty("family", family.id());
    json.writeStringProperty("element", threat.element().id());
    json.writeStringProperty("elementKind", threat.element().kind().word());
    json.writeStringProperty("title", family.title());
    json.writeStringProperty("stage", family.stage().word());
    json.writeBooleanProperty("classic", family.classic());
    json.writeStringProperty("effort", family.effort().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("harm", family.harm().name().toLowerCase(Locale.ROOT));
  }

  private void rank(Rank rank) {
    json.writeNumberProperty("rank", rank.position());
    json.writeStringProperty("severity", rank.severity().word());
    json.writeNumberProperty("score", rounded(rank.score()));
    json.writeNumberProperty("likelihood", rounded(rank.likelihood()));
    json.writeNumberProperty("impact", rounded(rank.impact()));
    JsonText.strings(json, "rankReasons", rank.reasons());
  }

  private static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    BigDecimal stripped = exact.stripTrailingZeros();
    return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
  }
}
