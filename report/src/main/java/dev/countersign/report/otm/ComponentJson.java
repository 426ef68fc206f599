package dev.countersign.report.otm;

import dev.countersign.assess.Checked;
import dev.countersign.model.Element;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * The components, each in its trust zone with its assets, its threats and its place in the file.
 */
final class ComponentJson {
  /** Keys of a component or model that name assets it works on. */
  private static final List<String> PROCESSES =
      List.of("runs", "reads", "retrieves", "remembers", "prompts", "trained-on");

  private final JsonGenerator json;
  private final Parts parts;
  private final InstancesJson instances;

  ComponentJson(JsonGenerator json, Checked checked, Parts parts) {
    this.json = json;
    this.parts = parts;
    this.instances = new InstancesJson(json, checked);
  }

  void writeAll() {
    JsonText.objects(json, "components", parts.components(), this::write);
  }

  private void write(Element element) {
    OtmText.plain(json, "id", element.id());
    OtmText.plain(json, "name", element.id());
    json.writeStringProperty("type", element.kind().word());
    JsonText.object(
        json, "parent", () -> json.writeStringProperty("trustZone", parts.zoneOf(element)));
    JsonText.objects(json, "representations", List.of(element), this::place);
    JsonText.object(json, "assets", () -> assets(element));
    instances.write(element.id());
    OtmText.attributes(json, attributes(element));
  }

  private void place(Element element) {
    json.writeStringProperty("representation", ProjectJson.SOURCE);
    OtmText.plain(json, "id", "countersign." + element.id());
    OtmText.plain(json, "file", element.place().file());
    json.writeNumberProperty("line", element.place().line());
  }

  private void assets(Element element) {
    JsonText.strings(
        json,
        "processed",
        PROCESSES.stream()
            .flatMap(key -> element.refs(key).stream())
            .filter(parts::isAsset)
            .distinct()
            .sorted()
            .toList());
    JsonText.strings(
        json,
        "stored",
        parts.assets().stream()
            .filter(asset -> asset.equals(element) || isKeptIn(asset, element))
            .map(Element::id)
            .toList());
  }

  private static boolean isKeptIn(Element asset, Element store) {
    return asset.refs("stored").contains(store.id());
  }

  private static TreeMap<String, String> attributes(Element element) {
    TreeMap<String, String> attributes = new TreeMap<>();
    Stream.of("origin", "supplier", "task", "sensitivity", "effect", "automation")
        .forEach(key ->
            element
                .word(key)
                .or(() -> element.text(key))
                .ifPresent(value -> attributes.put("countersign." + key, value)));
    return attributes;
  }
}
