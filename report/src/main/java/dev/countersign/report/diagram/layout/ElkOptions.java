package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import java.util.EnumSet;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkGraphElement;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** What ELK is asked for. Spacings are as small as lines with labels can bear. */
final class ElkOptions {
  private static final int SEED = 1;
  private static final double MARGIN = 4;
  private static final double INSIDE = 16;

  private ElkOptions() {}

  static void ofRoot(ElkNode root, boolean down) {
    ofGraph(root, down);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
  }

  static void ofZone(ElkNode zone, boolean down, double headingWidth) {
    ofGraph(zone, down);
    zone.setProperty(
        LayeredOptions.PADDING, new ElkPadding(Heading.STRIP + 4, INSIDE, INSIDE, INSIDE));
    zone.setProperty(
        LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
    zone.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(headingWidth, 60));
  }

  static void ofEdge(ElkEdge edge, ElkLabel label, Link link) {
    label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    if (link.emphasis() == Emphasis.ON_PATH) {
      edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 10);
      edge.setProperty(LayeredOptions.PRIORITY_SHORTNESS, 5);
    }
  }

  private static void ofGraph(ElkGraphElement graph, boolean down) {
    graph.setProperty(LayeredOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
    graph.setProperty(LayeredOptions.ASPECT_RATIO, 1.4);
    graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.NETWORK_SIMPLEX);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(
        LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_DOWN);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 24.0);
  }
}
