package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.chain.Chain;
import dev.countersign.report.diagram.chain.Chain.Arrow;
import dev.countersign.report.diagram.chain.Chain.Card;
import dev.countersign.report.diagram.chain.Chain.Tone;
import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.ChainLayout;
import dev.countersign.report.diagram.layout.ChainLayout.Placed;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.TextStyle;
import dev.countersign.report.diagram.scene.Emphasis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A chain as SVG text, light or dark as the reader's surroundings are. */
public final class ChainPicture {
  private static final double MARGIN = 14;
  private static final double HEAD = 7;
  private static final double HALF = 3.4;

  private final Chain chain;
  private final ChainLayout layout;
  private final Canvas canvas = new Canvas(Paint.SCREEN);
  private final Map<String, Placed> placed;

  private ChainPicture(Chain chain) {
    this.chain = chain;
    layout = ChainLayout.of(chain);
    placed =
        layout.cards().stream()
            .collect(Collectors.toMap(card -> card.card().id(), Function.identity(), (a, _) -> a));
  }

  /** Draws a chain. */
  public static String of(Chain chain) {
    return new ChainPicture(chain).draw();
  }

  private String draw() {
    double inner = Math.max(layout.width(), 420);
    double width = inner + 2 * MARGIN;
    double top = MARGIN + TextStyle.TITLE.height();
    List<String> caption = TextStyle.CAPTION.wrap(chain.caption(), inner);
    double picture = top + caption.size() * TextStyle.CAPTION.height() + 12;
    double height = picture + layout.height() + MARGIN;
    canvas.xml().open("svg", root(width, height));
    canvas.xml().text("title", Map.of("id", "chain-title"), chain.title());
    canvas.xml().text("desc", Map.of("id", "chain-description"), chain.caption());
    canvas.xml().text("style", Map.of(), Paint.SCREEN.sheet());
    canvas.box(new Box(0, 0, width, height), 0, Style.BACKGROUND);
    heading(chain.title(), caption, top);
    translated(MARGIN, picture);
    chain.arrows().forEach(this::arrow);
    layout.cards().forEach(this::card);
    return canvas.xml().close("g").close("svg").toString();
  }

  private static Map<String, String> root(double width, double height) {
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.w3.org/2000/svg");
    root.put("class", Paint.CLASS);
    root.put("width", Num.of(width));
    root.put("height", Num.of(height));
    root.put("viewBox", "0 0 " + Num.of(width) + " " + Num.of(height));
    root.put("font-family", SvgPicture.FONTS);
    root.put("role", "img");
    root.put("aria-labelledby", "chain-title chain-description");
    return root;
  }

  private void heading(String title, List<String> caption, double top) {
    double y = MARGIN + TextStyle.TITLE.ascent();
    canvas.text(new Line(title, TextStyle.TITLE, MARGIN, y), Style.TEXT);
    boolean broken = chain.cards().stream().anyMatch(card -> card.tone() != Tone.FIRM);
    double at = top;
    for (String line : caption) {
      canvas.text(
          new Line(line, TextStyle.CAPTION, MARGIN, at + TextStyle.CAPTION.ascent()),
          broken ? Style.ALERT_TEXT : Style.QUIET_TEXT);
      at += TextStyle.CAPTION.height();
    }
  }

  private void translated(double x, double y) {
    canvas.xml().open("g", Map.of("transform", "translate(" + Num.of(x) + " " + Num.of(y) + ")"));
  }

  private void arrow(Arrow arrow) {
    Placed from = placed.get(arrow.from());
    Placed to = placed.get(arrow.to());
    if (from == null || to == null) {
      return;
    }
    double x1 = from.box().right();
    double y1 = from.box().centreY();
    double x2 = to.box().x() - HEAD;
    double y2 = to.box().centreY();
    double bend = Math.max(12, (x2 - x1) / 2);
    canvas.path(new Path().to(x1, y1).curve(x1 + bend, y1, x2 - bend, y2, x2, y2), Style.LINE);
    canvas.path(
        new Path().to(x2 + HEAD, y2).to(x2, y2 - HALF).to(x2, y2 + HALF).close(), Style.HEAD);
  }

  private void card(Placed at) {
    Card card = at.card();
    canvas.group(
        card.kind() + " " + card.name(),
        Emphasis.NORMAL,
        () -> {
          canvas.box(at.box(), card.shape() == Chain.Shape.DEED ? 13 : 2, outline(card.tone()));
          int notes = card.note().isEmpty() ? at.lines().size() : note(at);
          for (int i = 0; i < at.lines().size(); i++) {
            canvas.text(at.lines().get(i), style(at.lines().get(i), i >= notes, card.tone()));
          }
        });
  }

  /** Where the lines of the note begin. */
  private static int note(Placed at) {
    String note = at.card().note();
    int from = at.lines().size();
    StringBuilder seen = new StringBuilder();
    while (from > 0 && seen.length() < note.replace(" ", "").length()) {
      from--;
      seen.insert(0, at.lines().get(from).text().replace(" ", ""));
    }
    return from;
  }

  private static Style outline(Tone tone) {
    return switch (tone) {
      case FIRM -> Style.SHAPE;
      case LOOSE -> Style.ZONE;
      case BROKEN -> Style.BROKEN;
    };
  }

  private static Style style(Line line, boolean note, Tone tone) {
    if (note) {
      return tone == Tone.FIRM ? Style.STEP : Style.ALERT_TEXT;
    }
    return line.style() == TextStyle.NAME ? Style.TEXT : Style.QUIET_TEXT;
  }
}
