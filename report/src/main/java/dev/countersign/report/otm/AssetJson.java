package dev.countersign.report.otm;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Harm;
import dev.countersign.model.Element;
import dev.countersign.report.json.JsonText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Something worth protecting. The format wants three numbers; a threat model has them only so far
 * as a threat reaches the asset: the impact of the gravest one of each sort of harm, and for
 * confidentiality the stated sensitivity where that says more.
 */
final class AssetJson {
  private static final String COMMENT =
      "The impact of the gravest derived threat of each sort of harm; 0 where none derives.";

  private final JsonGenerator json;
  private final Checked checked;

  AssetJson(JsonGenerator json, Checked checked) {
    this.json = json;
    this.checked = checked;
  }

  void write(Element asset) {
    Optional<String> sensitivity = asset.word("sensitivity");
    json.writeStringProperty("name", asset.id());
    json.writeStringProperty("id", asset.id());
    OtmText.rich(json, "description", "A " + asset.kind().word() + " of the system.");
    JsonText.object(
        json,
        "risk",
        () -> {
          int stated = sensitivity.map(AssetJson::scale).orElse(0);
          int threatened = impact(asset, Set.of(Harm.CONFIDENTIALITY));
          json.writeNumberProperty("confidentiality", Math.max(stated, threatened));
          json.writeNumberProperty(
              "integrity", impact(asset, Set.of(Harm.INTEGRITY, Harm.CONTROL)));
          json.writeNumberProperty("availability", impact(asset, Set.of(Harm.AVAILABILITY)));
          OtmText.rich(json, "comment", COMMENT + said(sensitivity));
        });
  }

  private static String said(Optional<String> sensitivity) {
    return sensitivity.map(word -> " Stated sensitivity: " + word + ".").orElse("");
  }

  /** The order is that of the language; the distances are ours. */
  private static int scale(String sensitivity) {
    return switch (sensitivity) {
      case "internal" -> 40;
      case "confidential" -> 60;
      case "personal" -> 80;
      case "special-category" -> 90;
      case "secret" -> 100;
      default -> 0;
    };
  }

  private int impact(Element asset, Set<Harm> harms) {
    return checked.assessment().threats().stream()
        .map(AssessedThreat::threat)
        .filter(threat -> harms.contains(threat.family().harm()))
        .filter(threat -> about(threat).anyMatch(asset.id()::equals))
        .mapToInt(threat -> ThreatsJson.percent(threat.rank().impact()))
        .max()
        .orElse(0);
  }

  private static Stream<String> about(Threat threat) {
    return Stream.concat(Stream.of(threat.element().id()), threat.members().stream());
  }
}
