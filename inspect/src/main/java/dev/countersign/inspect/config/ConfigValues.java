package dev.countersign.inspect.config;

import dev.countersign.inspect.Examination;
import tools.jackson.databind.JsonNode;

/** Values of other formats that are made as configurations are. */
public final class ConfigValues {
  private ConfigValues() {}

  /** Tells of objects, templates, code and commands in them, as in a configuration of a model. */
  public static void judge(JsonNode root, Examination examination) {
    new ConfigWalk(examination, true).node("", root);
  }
}
