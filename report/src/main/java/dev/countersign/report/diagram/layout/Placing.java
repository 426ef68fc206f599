package dev.countersign.report.diagram.layout;

import dev.countersign.model.ElementKind;
import dev.countersign.report.diagram.scene.Boundary;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives a scene to ELK and reads the places back. */
final class Placing {
  private final Scene scene;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> zones = new LinkedHashMap<>();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, NodeText> texts = new LinkedHashMap<>();
  private final Map<String, ElementKind> kinds = new HashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final LineEnds ends = new LineEnds();

  Placing(Scene scene) {
    this.scene = scene;
  }

  Layout layout() {
    // Registers how ELK's values are copied; the layouter fails without.
    LayoutMetaDataService.initElkReflect();
    ElkOptions.ofRoot(root);
    scene.boundaries().forEach(this::zone);
    scene.nodes().forEach(this::node);
    scene.links().forEach(this::edge);
    nodes.forEach((id, node) -> node.setWidth(Math.max(node.getWidth(), ends.room(id))));
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return new Layout(
        root.getWidth(), root.getHeight(), placedBoundaries(), placedNodes(), routes());
  }

  private void zone(Boundary boundary) {
    ElkNode zone = ElkGraphUtil.createNode(root);
    ElkOptions.ofZone(zone, new Heading(boundary));
    zones.put(boundary.id(), zone);
  }

  private void node(Node node) {
    NodeText text = new NodeText(node);
    ElkNode parent = node.zone().map(zones::get).orElse(root);
    ElkNode placed = ElkGraphUtil.createNode(parent);
    placed.setDimensions(text.width(), text.height());
    nodes.put(node.id(), placed);
    texts.put(node.id(), text);
    kinds.put(node.id(), node.kind());
  }

  private void edge(Link link) {
    String upper = isUpwards(link) ? link.to() : link.from();
    String lower = isUpwards(link) ? link.from() : link.to();
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(found(upper), found(lower));
    ends.between(upper, lower);
    ElkLabel label = ElkGraphUtil.createLabel(link.label(), edge);
    label.setDimensions(LinkLabel.width(link), LinkLabel.height(link));
    ElkOptions.ofLabel(label);
    edges.add(edge);
  }

  /**
   * Whether a line leads back to where things start: to people, and from a feedback loop. ELK is
   * told the opposite, so that people stand at the top and the picture does not become a long
   * chain.
   */
  private boolean isUpwards(Link link) {
    ElementKind from = kinds.getOrDefault(link.from(), ElementKind.ZONE);
    ElementKind to = kinds.getOrDefault(link.to(), ElementKind.ZONE);
    return from == ElementKind.FEEDBACK_LOOP
        || (to == ElementKind.ACTOR && from != ElementKind.ACTOR);
  }

  private ElkNode found(String id) {
    ElkNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("a line leads to " + id + ", which has no shape");
    }
    return node;
  }

  private List<Layout.PlacedNode> placedNodes() {
    List<Layout.PlacedNode> placed = new ArrayList<>();
    for (Node node : scene.nodes()) {
      Box box = box(found(node.id()));
      NodeText text = texts.getOrDefault(node.id(), new NodeText(node));
      placed.add(
          new Layout.PlacedNode(
              node, box, text.lines().stream().map(l -> l.moved(box.x(), box.y())).toList()));
    }
    return placed;
  }

  private List<Layout.PlacedBoundary> placedBoundaries() {
    List<Layout.PlacedBoundary> placed = new ArrayList<>();
    for (Boundary boundary : scene.boundaries()) {
      ElkNode zone = zones.get(boundary.id());
      if (zone != null) {
        Box box = box(zone);
        placed.add(new Layout.PlacedBoundary(boundary, box, new Heading(boundary).lines(box)));
      }
    }
    return placed;
  }

  private List<Layout.Route> routes() {
    List<Layout.Route> routes = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      ElkEdge edge = edges.get(i);
      Box container = box(edge.getContainingNode());
      Link link = scene.links().get(i);
      List<Point> points = points(edge, container);
      routes.add(
          new Layout.Route(
              link, isUpwards(link) ? points.reversed() : points, label(edge, container)));
    }
    return routes;
  }

  private static List<Point> points(ElkEdge edge, Box container) {
    ElkEdgeSection section = edge.getSections().getFirst();
    List<Point> points = new ArrayList<>();
    points.add(new Point(container.x() + section.getStartX(), container.y() + section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend ->
            points.add(new Point(container.x() + bend.getX(), container.y() + bend.getY())));
    points.add(new Point(container.x() + section.getEndX(), container.y() + section.getEndY()));
    return points;
  }

  private static Box label(ElkEdge edge, Box container) {
    ElkLabel label = edge.getLabels().getFirst();
    return new Box(label.getX(), label.getY(), label.getWidth(), label.getHeight())
        .moved(container.x(), container.y());
  }

  /** ELK places things within what holds them. */
  private static Box box(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode at = node; at.getParent() != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Box(x, y, node.getWidth(), node.getHeight());
  }
}
