package dev.countersign.report.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Audience;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.report.diagram.RandomScene;
import dev.countersign.report.diagram.layout.Layout.PlacedBoundary;
import dev.countersign.report.diagram.layout.Layout.PlacedNode;
import dev.countersign.report.diagram.layout.Layout.Route;
import dev.countersign.report.diagram.scene.Scene;
import dev.countersign.testing.Systems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  private static final double HAIR = 0.01;

  static Stream<Scene> randomScenes() {
    return LongStream.range(0, 60).mapToObj(RandomScene::of);
  }

  /** Every system of the repository, plain and with the path of its gravest threat. */
  static Stream<Scene> knownScenes() {
    return Systems.all().stream().flatMap(LayoutTest::scenes);
  }

  private static Stream<Scene> scenes(Path file) {
    Checked checked = Systems.checked(file);
    Report report = Report.of(checked, new Tool("test", new TreeMap<>()));
    Optional<String> gravest =
        checked.assessment().threats().stream().map(t -> t.threat().id()).findFirst();
    Report highlighted =
        new Report(checked, report.tool(), Audience.ALL, gravest, Optional.empty());
    return Stream.of(Scene.of(report), Scene.of(highlighted));
  }

  @ParameterizedTest
  @MethodSource({"randomScenes", "knownScenes"})
  void everythingHasItsOwnPlace(Scene scene) {
    Layout layout = Layout.of(scene);
    nodesDoNotOverlap(layout);
    nodesStandInTheirZone(layout);
    textStaysInItsShape(layout);
    labelsAreClear(layout);
    headingsAreClear(layout);
    linesRunAroundShapes(layout);
    endsOfLinesAreApart(layout);
    nothingLeavesThePicture(layout);
    assertThat(Layout.of(scene)).isEqualTo(layout);
  }

  private static void nodesDoNotOverlap(Layout layout) {
    List<PlacedNode> nodes = layout.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(nodes.get(i).box().overlaps(nodes.get(j).box()))
            .as("%s over %s", nodes.get(i), nodes.get(j))
            .isFalse();
      }
    }
  }

  private static void nodesStandInTheirZone(Layout layout) {
    for (PlacedNode node : layout.nodes()) {
      for (PlacedBoundary zone : layout.boundaries()) {
        boolean belongs = node.node().zone().equals(Optional.of(zone.boundary().id()));
        assertThat(belongs ? zone.box().contains(node.box()) : !zone.box().overlaps(node.box()))
            .as("%s and %s", node, zone)
            .isTrue();
      }
    }
    for (PlacedBoundary one : layout.boundaries()) {
      assertThat(layout.boundaries().stream().filter(z -> z.box().overlaps(one.box())))
          .containsExactly(one);
    }
  }

  private static void textStaysInItsShape(Layout layout) {
    for (PlacedNode node : layout.nodes()) {
      assertThat(node.lines())
          .allMatch(line -> node.box().contains(box(line)), "inside of " + node);
    }
    for (Route route : layout.routes()) {
      double words = TextStyle.FLOW.width(route.link().label());
      assertThat(LinkLabel.wordsAt(route.link()) + words)
          .isLessThanOrEqualTo(route.label().width());
    }
  }

  private static void labelsAreClear(Layout layout) {
    for (Route route : layout.routes()) {
      assertThat(layout.nodes())
          .noneMatch(node -> node.box().overlaps(route.label()), "under " + route);
      assertThat(layout.routes().stream().filter(r -> r.label().overlaps(route.label())))
          .containsExactly(route);
    }
  }

  private static void headingsAreClear(Layout layout) {
    for (PlacedBoundary zone : layout.boundaries()) {
      for (Line line : zone.heading()) {
        Box text = box(line);
        assertThat(zone.box().contains(text)).isTrue();
        assertThat(layout.nodes()).noneMatch(node -> node.box().overlaps(text));
        assertThat(layout.routes()).noneMatch(route -> route.label().overlaps(text));
        assertThat(layout.routes()).noneMatch(route -> crosses(route, text), "through " + line);
      }
    }
  }

  private static void linesRunAroundShapes(Layout layout) {
    for (Route route : layout.routes()) {
      assertThat(layout.nodes())
          .noneMatch(node -> crosses(route, node.box()), "on the way of " + route);
    }
  }

  /** However many lines leave one shape, each can be followed with the eye. */
  private static void endsOfLinesAreApart(Layout layout) {
    List<Point> ends =
        layout.routes().stream()
            .flatMap(route -> Stream.of(route.points().getFirst(), route.points().getLast()))
            .sorted(Comparator.comparingDouble(Point::y).thenComparingDouble(Point::x))
            .toList();
    for (int i = 1; i < ends.size(); i++) {
      Point a = ends.get(i - 1);
      Point b = ends.get(i);
      assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).as("%s and %s", a, b).isGreaterThan(6);
    }
  }

  private static void nothingLeavesThePicture(Layout layout) {
    Box picture = new Box(0, 0, layout.width(), layout.height());
    assertThat(layout.nodes()).allMatch(node -> picture.contains(node.box()));
    assertThat(layout.boundaries()).allMatch(zone -> picture.contains(zone.box()));
    assertThat(layout.routes()).allMatch(route -> picture.contains(route.label()));
    assertThat(layout.routes().stream().flatMap(route -> route.points().stream()))
        .allMatch(point -> picture.contains(new Box(point.x(), point.y(), 0, 0)));
  }

  /** Whether a part of the line lies within the box, not only on its border. */
  private static boolean crosses(Route route, Box box) {
    for (int i = 1; i < route.points().size(); i++) {
      Point a = route.points().get(i - 1);
      Point b = route.points().get(i);
      Box part =
          new Box(
              Math.min(a.x(), b.x()) - HAIR,
              Math.min(a.y(), b.y()) - HAIR,
              Math.abs(a.x() - b.x()) + 2 * HAIR,
              Math.abs(a.y() - b.y()) + 2 * HAIR);
      if (part.overlaps(
          new Box(box.x() + 0.1, box.y() + 0.1, box.width() - 0.2, box.height() - 0.2))) {
        return true;
      }
    }
    return false;
  }

  private static Box box(Line line) {
    double top = line.y() - line.style().ascent();
    return new Box(line.x(), top, line.width(), line.style().height());
  }
}
