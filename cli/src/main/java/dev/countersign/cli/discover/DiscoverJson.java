package dev.countersign.cli.discover;

import dev.countersign.cli.compare.Comparison;
import dev.countersign.cli.compare.Vanished;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Where;
import dev.countersign.discover.component.Component;
import dev.countersign.report.json.JsonText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Inventories as JSON; {@code docs/schema/discover-1.schema.json} describes it. */
final class DiscoverJson {
  /** What only the drafter of {@code init} needs. */
  private static final Set<Detail> INNER =
      EnumSet.of(Detail.PURPOSE, Detail.BUILT_FROM, Detail.OFFERED_BY, Detail.STARTS, Detail.VALUE);

  private final JsonGenerator json;

  private DiscoverJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  static String of(List<Inventoried> inventories, String version) {
    return JsonText.of(json -> new DiscoverJson(json).write(inventories, version));
  }

  private void write(List<Inventoried> inventories, String version) {
    json.writeStartObject();
    JsonText.object(
        json,
        "tool",
        () -> {
          json.writeStringProperty("name", "countersign");
          json.writeStringProperty("version", version);
        });
    JsonText.objects(json, "repositories", inventories, this::repository);
    json.writeEndObject();
  }

  private void repository(Inventoried inventory) {
    json.writeStringProperty("root", inventory.root().toString());
    json.writeNumberProperty("files", inventory.files());
    JsonText.objects(json, "components", inventory.components(), this::component);
    json.writeNumberProperty("lessSure", inventory.unsure());
    JsonText.strings(json, "limits", inventory.limits());
    Comparison comparison = inventory.comparison();
    JsonText.strings(json, "models", comparison.files());
    JsonText.objects(json, "unmodelled", comparison.unmodelled(), this::unmodelled);
    JsonText.objects(json, "vanished", comparison.vanished(), this::vanished);
  }

  private void unmodelled(Component component) {
    json.writeStringProperty("kind", component.kind().word());
    json.writeStringProperty("name", component.name());
  }

  private void vanished(Vanished vanished) {
    json.writeStringProperty("system", vanished.system());
    json.writeStringProperty("element", vanished.element().id());
    json.writeStringProperty("missing", vanished.missing());
    json.writeStringProperty("by", vanished.byFiles() ? "files" : "name");
  }

  private void component(Component component) {
    json.writeStringProperty("kind", component.kind().word());
    json.writeStringProperty("name", component.name());
    json.writeStringProperty("confidence", component.confidence().word());
    json.writeBooleanProperty("aside", component.aside());
    JsonText.object(json, "details", () -> details(component.details()));
    json.writeNumberProperty("seen", component.seen());
    JsonText.objects(json, "places", component.places(), this::place);
  }

  private void details(Map<Detail, String> details) {
    details.forEach((detail, value) -> {
      if (!INNER.contains(detail)) {
        json.writeStringProperty(detail.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
      }
    });
  }

  private void place(Where where) {
    json.writeStringProperty("file", where.file());
    if (where.line() > 0) {
      json.writeNumberProperty("line", where.line());
    }
  }
}
