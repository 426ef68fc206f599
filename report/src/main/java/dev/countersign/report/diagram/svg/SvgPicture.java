package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.TextStyle;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Scene;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scene as SVG text: title and captions, the picture, the legend. */
public final class SvgPicture {
  static final String FONTS = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
  private static final double MARGIN = 12;
  private static final double LEAST_WIDTH = 560;

  private final Scene scene;
  private final Layout layout;
  private final Canvas canvas;
  private final Paint paint;
  private final double inner;
  private final List<Line> heading = new ArrayList<>();
  private final Legend legend;
  private double y = MARGIN;

  private SvgPicture(Scene scene, Layout layout, Paint paint) {
    this.scene = scene;
    this.layout = layout;
    this.paint = paint;
    canvas = new Canvas(paint);
    inner = Math.max(LEAST_WIDTH, layout.width());
    legend = new Legend(inner, scene);
    heading(scene.title(), TextStyle.TITLE);
    scene.captions().forEach(caption -> heading(caption, TextStyle.CAPTION));
  }

  /** The picture of a scene. */
  public static String of(Scene scene, Layout layout, Paint paint) {
    return new SvgPicture(scene, layout, paint).draw();
  }

  private void heading(String text, TextStyle style) {
    for (String line : style.wrap(text, inner)) {
      heading.add(new Line(line, style, MARGIN, y + style.ascent()));
      y += style.height();
    }
  }

  private String draw() {
    double top = y + 6;
    double bottom = top + layout.height() + 8;
    double width = inner + 2 * MARGIN;
    double height = bottom + legend.height() + MARGIN;
    canvas.xml().open("svg", root(width, height));
    words();
    canvas.box(new Box(0, 0, width, height), 0, Style.BACKGROUND);
    heading.forEach(line -> canvas.text(line, style(line)));
    picture(MARGIN + (inner - layout.width()) / 2, top);
    legend.draw(canvas, MARGIN, bottom);
    return canvas.xml().close("svg").toString();
  }

  private Map<String, String> root(double width, double height) {
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.w3.org/2000/svg");
    root.put("class", Paint.CLASS);
    root.put("width", Num.of(width));
    root.put("height", Num.of(height));
    root.put("viewBox", "0 0 " + Num.of(width) + " " + Num.of(height));
    root.put("font-family", FONTS);
    root.put("role", "img");
    root.put("aria-labelledby", id("title") + " " + id("description"));
    return root;
  }

  private void words() {
    canvas.xml().text("title", Map.of("id", id("title")), scene.title());
    canvas.xml().text("desc", Map.of("id", id("description")), description());
    if (!paint.sheet().isEmpty()) {
      canvas.xml().text("style", Map.of(), paint.sheet());
    }
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "It shows "
            + Words.and(
                List.of(
                    count(scene.nodes().size(), "shape"),
                    count(scene.boundaries().size(), "trust zone"),
                    count(scene.links().size(), "line")))
            + rising()
            + ".");
    sentences.addAll(scene.captions());
    return String.join(" ", sentences);
  }

  private static String count(int count, String one) {
    return count == 0 ? "no " + one + "s" : Words.count(count, one);
  }

  private String rising() {
    long rising = scene.links().stream().filter(link -> link.rises()).count();
    if (scene.links().isEmpty()) {
      return "";
    }
    if (scene.links().size() == 1) {
      return rising == 1 ? "; trust rises along it" : "; trust does not rise along it";
    }
    return "; trust rises along "
        + (rising == 0 ? "none" : rising == scene.links().size() ? "all" : rising)
        + " of them";
  }

  /** Two diagrams may stand in one page. */
  private String id(String part) {
    return "diagram-" + scene.key() + "-" + part;
  }

  private void picture(double x, double top) {
    canvas.xml().open("g", Map.of("transform", "translate(" + Num.of(x) + " " + Num.of(top) + ")"));
    NodeDrawing nodes = new NodeDrawing(canvas);
    LinkDrawing links = new LinkDrawing(canvas, layout);
    layout.boundaries().forEach(nodes::boundary);
    byEmphasis(false).forEach(links::line);
    byEmphasis(true).forEach(links::line);
    layout.boundaries().forEach(nodes::heading);
    layout.nodes().forEach(nodes::node);
    canvas.xml().close("g");
  }

  /** What is highlighted is drawn over the rest. */
  private List<Layout.Route> byEmphasis(boolean onPath) {
    return layout.routes().stream()
        .filter(route -> (route.link().emphasis() == Emphasis.ON_PATH) == onPath)
        .toList();
  }

  private static Style style(Line line) {
    return line.style() == TextStyle.TITLE ? Style.TEXT : Style.QUIET_TEXT;
  }
}
