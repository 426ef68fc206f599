package dev.countersign.bom.lock;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The text of a lock file, read by somebody who may not trust it: depth and lengths are bounded by
 * the parsers.
 *
 * @param name of the file, without the folder
 * @param text at most {@value LockFiles#MOST_BYTES} bytes
 */
public record LockText(String name, String text) {
  private static final int DEEPEST = 64;
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();
  private static final TomlMapper TOML =
      TomlMapper.builder(TomlFactory.builder().streamReadConstraints(BOUNDS).build()).build();

  /** Its lines. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** Its tree as JSON. */
  JsonNode json() throws Unreadable {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      throw new Unreadable("it is no JSON");
    }
  }

  /** Its tree as TOML. */
  JsonNode toml() throws Unreadable {
    try {
      return TOML.readTree(text);
    } catch (JacksonException broken) {
      throw new Unreadable("it is no TOML");
    }
  }

  /** Its tree as YAML. */
  YamlNode.Mapping yaml() throws Unreadable {
    return YamlFile.parse(name, text, new Problems())
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast)
        .orElseThrow(() -> new Unreadable("it is no YAML that is read here"));
  }
}
