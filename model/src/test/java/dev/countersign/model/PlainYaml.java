package dev.countersign.model;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML as an editor sees it that knows the schema and not the language: typed by YAML's rules; as
 * JSON.
 */
final class PlainYaml {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PlainYaml() {}

  static String json(String text) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true).build();
    return MAPPER.writeValueAsString(new Load(settings).loadFromString(text));
  }
}
