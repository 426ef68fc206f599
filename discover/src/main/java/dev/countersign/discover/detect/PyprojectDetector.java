package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code pyproject.toml} of PEP 621 and 735, Poetry, PDM and uv, and {@code Pipfile}. */
public final class PyprojectDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("pyproject.toml") || source.name().equals("Pipfile");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Json.toml(source).ifPresent(root -> new Reading(source, findings).read(root));
  }

  private record Reading(Source source, Findings findings, Dependencies dependencies) {
    Reading(Source source, Findings findings) {
      this(source, findings, new Dependencies(Ecosystem.PYTHON, findings));
    }

    void read(JsonNode root) {
      JsonNode project = root.path("project");
      JsonNode poetry = root.path("tool").path("poetry");
      Dependencies.unit(findings, Json.text(project, "name") + Json.text(poetry, "name"));
      project(project);
      project(poetry);
      list(project.path("dependencies"));
      project.path("optional-dependencies").forEach(this::list);
      root.path("dependency-groups").forEach(this::list);
      list(root.path("tool").path("uv").path("dev-dependencies"));
      table(poetry.path("dependencies"));
      poetry.path("group").forEach(group -> table(group.path("dependencies")));
      table(root.path("packages"));
    }

    private void project(JsonNode table) {
      String name = Json.text(table, "name");
      String purpose = Json.text(table, "description");
      int line = purpose.isEmpty() ? Lines.of(source, name) : Lines.of(source, "description");
      Dependencies.project(findings, name, purpose, line);
    }

    private void list(JsonNode requirements) {
      for (JsonNode item : requirements) {
        if (item.isString()) {
          Requirement requirement = Requirement.of(item.stringValue());
          add(requirement.name(), requirement.floats());
        }
      }
    }

    private void table(JsonNode requirements) {
      for (Map.Entry<String, JsonNode> entry : requirements.properties()) {
        String version = version(entry.getValue());
        boolean exact =
            !version.isEmpty()
                && (Character.isDigit(version.charAt(0)) || version.startsWith("=="));
        add(entry.getKey(), !exact);
      }
    }

    private static String version(JsonNode value) {
      return value.isString() ? value.stringValue() : Json.text(value, "version");
    }

    private void add(String name, boolean floats) {
      dependencies.add(name, Lines.of(source, name), floats);
    }
  }
}
