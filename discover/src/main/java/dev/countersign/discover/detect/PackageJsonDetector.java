package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code package.json}. */
public final class PackageJsonDetector implements Detector {
  private static final List<String> SECTIONS =
      List.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies");

  @Override
  public boolean wants(Source source) {
    return source.name().equals("package.json");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Json.json(source).ifPresent(root -> read(root, source, findings));
  }

  private static void read(JsonNode root, Source source, Findings findings) {
    String name = Json.text(root, "name");
    Dependencies.unit(findings, name);
    String purpose = Json.text(root, "description");
    String key = purpose.isEmpty() ? "name" : "description";
    Dependencies.project(findings, name, purpose, Lines.quoted(source, key));
    Dependencies dependencies = new Dependencies(Ecosystem.NPM, findings);
    for (String section : SECTIONS) {
      for (Map.Entry<String, JsonNode> entry : root.path(section).properties()) {
        boolean exact = Character.isDigit((entry.getValue().asString("") + " ").charAt(0));
        dependencies.add(entry.getKey(), Lines.quoted(source, entry.getKey()), !exact);
      }
    }
  }
}
