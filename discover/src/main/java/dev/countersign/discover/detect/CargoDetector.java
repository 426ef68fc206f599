package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code Cargo.toml}. */
public final class CargoDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("Cargo.toml");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Json.toml(source).ifPresent(root -> read(root, source, findings));
  }

  private static void read(JsonNode root, Source source, Findings findings) {
    JsonNode project = root.path("package");
    String name = Json.text(project, "name");
    String purpose = Json.text(project, "description");
    Dependencies.unit(findings, name);
    Dependencies.project(findings, name, purpose, Lines.of(source, "description"));
    Dependencies dependencies = new Dependencies(Ecosystem.CARGO, findings);
    for (JsonNode table :
        new JsonNode[] {root.path("dependencies"), root.path("workspace").path("dependencies")}) {
      for (Map.Entry<String, JsonNode> entry : table.properties()) {
        // Cargo reads "1.2" as any 1.x from 1.2 on.
        String crate = Json.text(entry.getValue(), "package");
        dependencies.add(
            crate.isEmpty() ? entry.getKey() : crate, Lines.of(source, entry.getKey()), true);
      }
    }
  }
}
