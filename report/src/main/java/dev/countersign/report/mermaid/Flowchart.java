package dev.countersign.report.mermaid;

import dev.countersign.model.ElementKind;
import dev.countersign.report.diagram.scene.Boundary;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A scene as a Mermaid flowchart. Ids are numbers, so that no name can be a word of Mermaid. */
final class Flowchart {
  private static final String RISING = "\u25b2";

  private final Scene scene;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();

  private Flowchart(Scene scene) {
    this.scene = scene;
    scene.nodes().forEach(node -> ids.put(node.id(), "n" + ids.size()));
  }

  static String of(Scene scene) {
    return new Flowchart(scene).text();
  }

  private String text() {
    line(0, "---");
    line(0, "title: \"" + Label.plain(scene.title()) + "\"");
    line(0, "---");
    line(0, "flowchart TB");
    line(1, "accTitle: " + Label.plain(scene.title()));
    if (!scene.captions().isEmpty()) {
      line(1, "accDescr: " + Label.plain(String.join(" ", scene.captions())));
    }
    nodes(1, Optional.empty());
    int zone = 0;
    for (Boundary boundary : scene.boundaries()) {
      zone(boundary, zone++);
    }
    scene.links().forEach(this::link);
    emphasis();
    return out.toString();
  }

  private void zone(Boundary zone, int number) {
    // Mermaid keeps room for one line only.
    String title = zone.name() + " (" + String.join(", ", zone.labels()) + ")";
    line(1, "subgraph z" + number + "[" + Label.of(List.of(title)) + "]");
    nodes(2, Optional.of(zone.id()));
    line(1, "end");
  }

  private void nodes(int depth, Optional<String> zone) {
    scene.nodes().stream().filter(node -> node.zone().equals(zone)).forEach(n -> node(depth, n));
  }

  private void node(int depth, Node node) {
    List<String> lines = new ArrayList<>(List.of(node.label(), node.name()));
    lines.addAll(node.details());
    if (node.unanswered() > 0) {
      lines.add(node.badge());
    }
    line(depth, ids.get(node.id()) + shaped(node.kind(), Label.of(lines)));
  }

  private static String shaped(ElementKind kind, String label) {
    return switch (kind) {
      case ACTOR -> "([" + label + "])";
      case DATASET, STORE, CORPUS -> "[(" + label + ")]";
      case MODEL -> "{{" + label + "}}";
      case COMPONENT, TOOL, MCP_SERVER -> "[[" + label + "]]";
      case CHANNEL -> "[/" + label + "/]";
      case PROMPT, OUTPUT -> ">" + label + "]";
      case MEMORY -> "[" + label + "]";
      case DECISION -> "{" + label + "}";
      case FEEDBACK_LOOP -> "((" + label + "))";
      case ZONE, FLOW -> "[[" + label + "]]";
    };
  }

  private void link(Link link) {
    String words =
        (link.step().isPresent() ? "(" + link.step().getAsInt() + ") " : "")
            + (link.rises() ? RISING + " " : "")
            + link.label();
    line(
        1,
        ids.get(link.from())
            + " "
            + arrow(link)
            + "|"
            + Label.of(List.of(words))
            + "| "
            + ids.get(link.to()));
  }

  private static String arrow(Link link) {
    return (link.bothWays() ? "<" : "") + (link.rises() ? "-.->" : "-->");
  }

  private void emphasis() {
    String nodes =
        scene.nodes().stream()
            .filter(node -> node.emphasis() == Emphasis.ON_PATH)
            .map(node -> ids.get(node.id()))
            .collect(Collectors.joining(","));
    if (!nodes.isEmpty()) {
      line(1, "classDef path stroke:#0b5cad,stroke-width:4px");
      line(1, "class " + nodes + " path");
    }
    for (int i = 0; i < scene.links().size(); i++) {
      if (scene.links().get(i).emphasis() == Emphasis.ON_PATH) {
        line(1, "linkStyle " + i + " stroke:#0b5cad,stroke-width:4px");
      }
    }
  }

  private void line(int depth, String text) {
    out.repeat(' ', 2 * depth).append(text).append('\n');
  }
}
