package dev.countersign.report.otm;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.derive.Threat;
import dev.countersign.report.json.JsonText;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.AnswerWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The threats of the system, each once, whatever number of components it is about. */
final class ThreatsJson {
  private static final String ORDINAL = "Ordinal: it orders threats and predicts no frequency.";

  private final JsonGenerator json;
  private final Checked checked;

  ThreatsJson(JsonGenerator json, Checked checked) {
    this.json = json;
    this.checked = checked;
  }

  /** A share as the format wants it: a whole number from 0 to 100. */
  static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  void write() {
    JsonText.objects(json, "threats", checked.assessment().threats(), this::threat);
  }

  private void threat(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    json.writeStringProperty("id", threat.id());
    OtmText.plain(json, "name", threat.family().title());
    OtmText.rich(json, "description", description(threat));
    JsonText.strings(json, "categories", List.of(threat.family().stage().title()));
    JsonText.object(json, "risk", () -> risk(threat));
    JsonText.strings(
        json,
        "tags",
        Stream.concat(threat.techniques().stream(), threat.family().references().stream())
            .distinct()
            .toList());
    OtmText.attributes(json, attributes(assessed));
  }

  private static String description(Threat threat) {
    String way = threat.path().isEmpty() ? "" : " Way in: " + String.join(" → ", threat.path());
    return threat.family().explanation() + " " + String.join(" ", threat.because()) + way;
  }

  private void risk(Threat threat) {
    json.writeNumberProperty("likelihood", percent(threat.rank().likelihood()));
    OtmText.rich(json, "likelihoodComment", comment(threat.rank().likelihoodReasons()));
    json.writeNumberProperty("impact", percent(threat.rank().impact()));
    OtmText.rich(json, "impactComment", comment(threat.rank().impactReasons()));
  }

  private static String comment(List<String> reasons) {
    return reasons.isEmpty() ? ORDINAL : ORDINAL + " " + String.join("; ", reasons) + ".";
  }

  private TreeMap<String, String> attributes(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("countersign.element", threat.element().id());
    attributes.put("countersign.rank", String.valueOf(threat.rank().position()));
    attributes.put("countersign.score", String.format(Locale.ROOT, "%.1f", threat.rank().score()));
    attributes.put("countersign.severity", threat.rank().severity().word());
    attributes.put("countersign.state", AnswerWords.state(assessed.answer()));
    assessed.answer().why().ifPresent(why -> attributes.put("countersign.why", why));
    assessed
        .answer()
        .resolution()
        .ifPresent(answer -> attributes.put("countersign.answer", AnswerWords.says(answer)));
    loss(threat).ifPresent(loss -> attributes.put("countersign.loss-a-year", loss));
    return attributes;
  }

  private Optional<String> loss(Threat threat) {
    ThreatLoss loss = checked.assessment().losses().threats().get(threat.id());
    return Optional.ofNullable(loss).map(it -> Amounts.range(it.range()));
  }
}
