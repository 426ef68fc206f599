package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.chain.Chain;
import dev.countersign.report.diagram.chain.Chain.Arrow;
import dev.countersign.report.diagram.chain.Chain.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the cards of a chain stand: each in the column behind all that went into it, columns in the
 * middle of the height. By hand, since chains are short and the engine of the large diagrams takes
 * half a second to start.
 */
public final class ChainLayout {
  /** Between columns. */
  public static final double GAP = 44;

  private static final double BETWEEN = 18;
  private static final double PADDING = 10;
  private static final double WIDEST = 190;
  private static final double NARROWEST = 84;

  private final Chain chain;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private double width;
  private double height;

  private ChainLayout(Chain chain) {
    this.chain = chain;
  }

  /** Lays a chain out. */
  public static ChainLayout of(Chain chain) {
    ChainLayout layout = new ChainLayout(chain);
    layout.chooseColumns();
    layout.place();
    return layout;
  }

  /** The cards where they stand. */
  public List<Placed> cards() {
    return List.copyOf(placed);
  }

  /** From the left of the first card to the right of the last. */
  public double width() {
    return width;
  }

  /** From the top of the highest column to its bottom. */
  public double height() {
    return height;
  }

  /**
   * A card and its place.
   *
   * @param lines in the order of reading, at their places
   */
  public record Placed(Card card, Box box, List<Line> lines) {
    public Placed {
      lines = List.copyOf(lines);
    }

    private Placed moved(double dx, double dy) {
      return new Placed(
          card, box.moved(dx, dy), lines.stream().map(line -> line.moved(dx, dy)).toList());
    }
  }

  /** The longest way decides; at most as many rounds as cards, so that a cycle ends. */
  private void chooseColumns() {
    chain.cards().forEach(card -> columns.put(card.id(), 0));
    boolean moved = true;
    for (int round = 0; moved && round < chain.cards().size(); round++) {
      moved = false;
      for (Arrow arrow : chain.arrows()) {
        int behind = columns.getOrDefault(arrow.from(), 0) + 1;
        if (columns.getOrDefault(arrow.to(), 0) < behind && behind < chain.cards().size()) {
          columns.put(arrow.to(), behind);
          moved = true;
        }
      }
    }
    pullForward();
  }

  /** What nothing goes into stands right before the first that it goes into. */
  private void pullForward() {
    for (Card card : chain.cards()) {
      boolean source = chain.arrows().stream().noneMatch(arrow -> arrow.to().equals(card.id()));
      chain.arrows().stream()
          .filter(arrow -> source && arrow.from().equals(card.id()))
          .mapToInt(arrow -> columns.getOrDefault(arrow.to(), 1))
          .min()
          .ifPresent(first -> columns.put(card.id(), Math.max(0, first - 1)));
    }
  }

  private void place() {
    TreeMap<Integer, List<Placed>> byColumn = new TreeMap<>();
    for (Card card : chain.cards()) {
      byColumn
          .computeIfAbsent(columns.getOrDefault(card.id(), 0), _ -> new ArrayList<>())
          .add(drawn(card));
    }
    height = byColumn.values().stream().mapToDouble(ChainLayout::heightOf).max().orElse(0);
    double x = 0;
    for (List<Placed> column : byColumn.values()) {
      column.sort(Comparator.comparingDouble(this::wanted));
      x = placeColumn(column, x) + GAP;
    }
    width = Math.max(0, x - GAP);
  }

  /** The middle of what went in, so that arrows cross little. */
  private double wanted(Placed card) {
    return placed.stream()
        .filter(before -> chain.arrows().contains(new Arrow(before.card().id(), card.card().id())))
        .mapToDouble(before -> before.box().centreY())
        .average()
        .orElse(height / 2);
  }

  private double placeColumn(List<Placed> column, double x) {
    double wide = column.stream().mapToDouble(card -> card.box().width()).max().orElse(0);
    double y = (height - heightOf(column)) / 2;
    for (Placed card : column) {
      placed.add(card.moved(x + (wide - card.box().width()) / 2, y));
      y += card.box().height() + BETWEEN;
    }
    return x + wide;
  }

  private static double heightOf(List<Placed> column) {
    return column.stream().mapToDouble(card -> card.box().height() + BETWEEN).sum() - BETWEEN;
  }

  private static Placed drawn(Card card) {
    List<Line> lines = new ArrayList<>();
    double y = add(lines, card.kind(), TextStyle.KIND, PADDING);
    y = add(lines, card.name(), TextStyle.NAME, y);
    for (String detail : card.details()) {
      y = add(lines, detail, TextStyle.DETAIL, y);
    }
    y = card.note().isEmpty() ? y : add(lines, card.note(), TextStyle.DETAIL, y + 3);
    double text = lines.stream().mapToDouble(Line::width).max().orElse(0);
    double wide = Math.max(NARROWEST, text + 2 * PADDING);
    return new Placed(card, new Box(0, 0, wide, y + PADDING - 3), lines);
  }

  private static double add(List<Line> lines, String text, TextStyle style, double y) {
    double at = y;
    for (String line : style.wrap(text, WIDEST - 2 * PADDING)) {
      lines.add(new Line(line, style, PADDING, at + style.ascent()));
      at += style.height();
    }
    return at;
  }
}
