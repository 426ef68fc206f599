package dev.countersign.cli.provenance;

import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.report.json.JsonText;
import java.util.Locale;

/** A lineage as JSON. */
public final class LineageJson {
  private LineageJson() {}

  /** The document. */
  public static String of(Lineage lineage) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeBooleanProperty("holds", lineage.holds());
      JsonText.objects(
          json,
          "items",
          lineage.items(),
          item -> {
            json.writeStringProperty("id", item.id());
            json.writeStringProperty("kind", item.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("name", item.name());
            JsonText.optional(json, "digest", item.digest());
            JsonText.strings(json, "facts", item.facts());
            json.writeStringProperty(
                "standing", item.standing().state().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("why", item.standing().why());
          });
      JsonText.objects(
          json,
          "links",
          lineage.links(),
          link -> {
            json.writeStringProperty("from", link.from());
            json.writeStringProperty("to", link.to());
          });
      json.writeEndObject();
    });
  }
}
