package dev.countersign.inspect.keras;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.ConfigDialect;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The configuration of a model by itself, as {@code model.to_json()} writes it. */
public final class KerasJson implements ConfigDialect {
  @Override
  public String id() {
    return "keras-json";
  }

  @Override
  public String title() {
    return "Keras configuration";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return KerasConfig.is(root);
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    KerasConfig.inspect(root, examination);
  }
}
