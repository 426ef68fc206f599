package dev.countersign.report.diagram.scene;

import dev.countersign.report.Report;
import java.util.List;

/**
 * What a diagram shows, in the order in which it is drawn: the same whether it becomes SVG or
 * Mermaid. Text is safe to show ({@link dev.countersign.model.SafeText}) and not yet escaped.
 *
 * @param key tells pictures of one page apart, in letters that an XML id may have
 * @param title one line
 * @param captions sentences below it: what is highlighted, what was put together
 * @param boundaries zones that hold something
 * @param nodes shapes
 * @param links lines, one for each two nodes between which something flows
 */
public record Scene(
    String key,
    String title,
    List<String> captions,
    List<Boundary> boundaries,
    List<Node> nodes,
    List<Link> links) {
  public Scene {
    captions = List.copyOf(captions);
    boundaries = List.copyOf(boundaries);
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  /** What a diagram of a report shows. */
  public static Scene of(Report report) {
    return new SceneBuilder(report).scene();
  }
}
