package dev.countersign.report.otm;

import dev.countersign.model.TrustLevel;
import dev.countersign.report.json.JsonText;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** A trust zone with its rating. */
final class ZoneJson {
  private final JsonGenerator json;

  ZoneJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Parts.Zone zone) {
    json.writeStringProperty("id", zone.id());
    json.writeStringProperty("name", zone.name());
    if (!zone.stated()) {
      OtmText.rich(
          json,
          "description",
          "Holds what stands in no stated zone and is trusted as " + zone.trust().word() + ".");
    }
    JsonText.object(
        json, "risk", () -> json.writeNumberProperty("trustRating", rating(zone.trust())));
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("countersign.stated", zone.stated() ? "yes" : "no");
    attributes.put("countersign.trust", zone.trust().word());
    OtmText.attributes(json, attributes);
  }

  /** From 0 to 100, as the format asks; only the order means something. */
  private static int rating(TrustLevel trust) {
    return switch (trust) {
      case PUBLIC -> 0;
      case CUSTOMER -> 25;
      case PARTNER -> 50;
      case STAFF -> 75;
      case OPERATOR -> 100;
    };
  }
}
