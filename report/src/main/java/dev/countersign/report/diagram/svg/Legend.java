package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** What lines and marks mean, in as many rows as the width needs. */
final class Legend {
  private static final double ROW = 20;
  private static final double GAP = 26;
  private static final double SAMPLE = 30;

  private enum Entry {
    FLOW("flows, as the word on it says"),
    RISING("flows from less trusted to more trusted"),
    ZONE("trust zone"),
    OPEN("threats without an answer that holds"),
    STEP("step of the highlighted path");

    private final String words;

    Entry(String words) {
      this.words = words;
    }

    private double width() {
      return SAMPLE + TextStyle.KIND.width(words) + GAP;
    }
  }

  private record Placed(Entry entry, double x, double y) {}

  private final List<Placed> entries = new ArrayList<>();
  private double height = ROW;

  Legend(double width, boolean highlighting) {
    double x = 0;
    for (Entry entry : Entry.values()) {
      if (entry == Entry.STEP && !highlighting) {
        continue;
      }
      if (x > 0 && x + entry.width() > width) {
        x = 0;
        height += ROW;
      }
      entries.add(new Placed(entry, x, height - ROW / 2));
      x += entry.width();
    }
  }

  double height() {
    return height;
  }

  void draw(Canvas canvas, double left, double top) {
    for (Placed placed : entries) {
      double x = left + placed.x();
      double y = top + placed.y();
      sample(canvas, placed.entry(), x, y);
      canvas.text(
          new Line(placed.entry().words, TextStyle.KIND, x + SAMPLE, y + 3.5), Style.QUIET_TEXT);
    }
  }

  private static void sample(Canvas canvas, Entry entry, double x, double y) {
    switch (entry) {
      case FLOW -> arrow(canvas, x, y, Style.LINE, Style.HEAD);
      case RISING -> {
        arrow(canvas, x, y, Style.RISING, Style.RISING_HEAD);
        canvas.path(
            new Path().from(x + 4, y - 3).to(x + 8.5, y - 11).to(x + 13, y - 3).close(),
            Style.MARK);
      }
      case ZONE -> canvas.box(new Box(x, y - 6, 23, 12), 3, Style.ZONE);
      case OPEN ->
          canvas.text(new Line("1 open", TextStyle.BADGE, x - 9, y + 3.5), Style.ALERT_TEXT);
      case STEP -> {
        canvas.path(new Path().circle(x + 15, y, 8), Style.STEP);
        canvas.text(new Line("1", TextStyle.STEP, x + 12, y + 3.5), Style.STEP_TEXT);
      }
    }
  }

  private static void arrow(Canvas canvas, double x, double y, Style line, Style head) {
    canvas.path(new Path().from(x, y).to(x + 18, y), line);
    canvas.path(
        new Path().from(x + 24, y).to(x + 16, y - 3.6).to(x + 16, y + 3.6).close(), head);
  }
}
