package dev.countersign.inspect.requirements;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.config.ConfigDialect;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Environments of conda: {@code conda.yaml}, {@code environment.yml}, {@code python_env.yaml}. */
public final class CondaConfig implements ConfigDialect {
  @Override
  public String id() {
    return "conda";
  }

  @Override
  public String title() {
    return "Conda environment";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return root.path("dependencies").isArray() && !artefact.ending().equals("json");
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination) {
    List<String> lines = new ArrayList<>();
    for (JsonNode dependency : root.path("dependencies")) {
      if (dependency.isString()) {
        lines.add(dependency.asString());
      }
      dependency.path("pip").values().forEach(line -> lines.add(line.asString("")));
    }
    Requirements.judge(lines, examination);
  }
}
