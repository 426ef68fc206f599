package dev.countersign.cli.provenance;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What whoever started a training run chose, as the statement about it says it. */
public final class RunParameters {
  private RunParameters() {}

  /** The name of the model, and the values by name. */
  public static ObjectNode of(Path model, Map<String, String> values) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.put("model", String.valueOf(model.toAbsolutePath().normalize().getFileName()));
    ObjectNode parameters = told.putObject("parameters");
    values.forEach(parameters::put);
    return told;
  }
}
