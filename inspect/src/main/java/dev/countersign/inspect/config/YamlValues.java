package dev.countersign.inspect.config;

import dev.countersign.inspect.bytes.Broken;
import tools.jackson.databind.JsonNode;

/** Values of YAML for other formats. */
public final class YamlValues {
  private YamlValues() {}

  /**
   * The first document, its scalars as text; an empty object where there is none.
   *
   * @throws Broken if it is no YAML or nests too deep
   */
  public static JsonNode read(byte[] text) throws Broken {
    return YamlTree.read(text).root();
  }
}
