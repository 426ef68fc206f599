package dev.countersign.report.json;

import dev.countersign.assess.loss.ControlSaving;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.loss.ThreatLoss;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The properties of what threats may cost a year. */
final class LossesJson {
  private final JsonGenerator json;

  LossesJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Losses losses) {
    json.writeBooleanProperty("ordinalOnly", losses.ordinalOnly());
    JsonText.objects(json, "system", losses.system(), this::range);
    JsonText.objects(json, "accepted", losses.accepted(), this::range);
    JsonText.objects(json, "savings", losses.savings(), this::saving);
    JsonText.objects(json, "inputs", losses.threats().values(), this::inputs);
    JsonText.strings(json, "missing", losses.missing());
    JsonText.objects(json, "unpriced", losses.unpriced().entrySet(), this::unpriced);
    json.writeNumberProperty("years", losses.years());
    json.writeNumberProperty("seed", losses.seed());
  }

  private void saving(ControlSaving saving) {
    json.writeStringProperty("control", saving.control());
    JsonText.strings(json, "threats", saving.threats());
    JsonText.object(json, "saves", () -> range(saving.saves()));
  }

  private void inputs(ThreatLoss loss) {
    json.writeStringProperty("threat", loss.threat());
    json.writeStringProperty("decision", loss.decision());
    JsonText.strings(json, "inputs", loss.inputs());
  }

  private void unpriced(Map.Entry<String, List<String>> reason) {
    json.writeStringProperty("why", reason.getKey());
    JsonText.strings(json, "threats", reason.getValue());
  }

  private void range(LossRange range) {
    range(json, range);
  }

  /** The properties of a range. */
  static void range(JsonGenerator json, LossRange range) {
    json.writeNumberProperty("p5", plain(range.p5()));
    json.writeNumberProperty("p50", plain(range.p50()));
    json.writeNumberProperty("p95", plain(range.p95()));
    json.writeNumberProperty("mean", plain(range.mean()));
    json.writeStringProperty("currency", range.currency());
  }

  /** Without exponent and without zeros behind the point. */
  private static BigDecimal plain(double amount) {
    BigDecimal exact = BigDecimal.valueOf(amount).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
