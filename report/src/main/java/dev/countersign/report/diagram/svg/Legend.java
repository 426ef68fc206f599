package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.TextStyle;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What lines and marks mean, in as many rows as the width needs. */
final class Legend {
  private static final double ROW = 20;
  private static final double GAP = 26;
  private static final double SAMPLE = 30;
  private static final double WIDE_SAMPLE = 42;

  private enum Entry {
    FLOW("flows, as the word on it says"),
    RISING("flows from less trusted to more trusted"),
    ZONE("trust zone"),
    OPEN("threats that are open or unproven"),
    STEP("step of the highlighted path");

    private final String words;

    Entry(String words) {
      this.words = words;
    }

    private double sample() {
      return this == OPEN || this == RISING ? WIDE_SAMPLE : SAMPLE;
    }

    private double width() {
      return sample() + TextStyle.KIND.width(words) + GAP;
    }
  }

  private record Placed(Entry entry, double x, double y) {}

  private final List<Placed> entries = new ArrayList<>();
  private double height = ROW;

  Legend(double width, Scene scene) {
    double x = 0;
    for (Entry entry : used(scene)) {
      if (x > 0 && x + entry.width() > width) {
        x = 0;
        height += ROW;
      }
      entries.add(new Placed(entry, x, height - ROW / 2));
      x += entry.width();
    }
  }

  /** A legend explains what is there. */
  private static Set<Entry> used(Scene scene) {
    Set<Entry> used = EnumSet.noneOf(Entry.class);
    for (Link link : scene.links()) {
      used.add(link.rises() ? Entry.RISING : Entry.FLOW);
      link.step().ifPresent(_ -> used.add(Entry.STEP));
      addIf(link.unanswered() > 0, Entry.OPEN, used);
    }
    scene.nodes().forEach(node -> addIf(node.unanswered() > 0, Entry.OPEN, used));
    addIf(!scene.boundaries().isEmpty(), Entry.ZONE, used);
    return used;
  }

  private static void addIf(boolean there, Entry entry, Set<Entry> used) {
    if (there) {
      used.add(entry);
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
          new Line(placed.entry().words, TextStyle.KIND, x + placed.entry().sample(), y + 3.5),
          Style.QUIET_TEXT);
    }
  }

  private static void sample(Canvas canvas, Entry entry, double x, double y) {
    switch (entry) {
      case FLOW -> arrow(canvas, x, y, Style.LINE, Style.HEAD);
      case RISING -> {
        canvas.path(LinkDrawing.mark(x, y), Style.MARK);
        arrow(canvas, x + 12, y, Style.RISING, Style.RISING_HEAD);
      }
      case ZONE -> canvas.box(new Box(x, y - 6, 23, 12), 3, Style.ZONE);
      case OPEN -> canvas.text(new Line("1 open", TextStyle.BADGE, x, y + 3.5), Style.ALERT_TEXT);
      case STEP -> {
        canvas.path(new Path().circle(x + 15, y, 8), Style.STEP);
        canvas.text(new Line("1", TextStyle.STEP, x + 12, y + 3.5), Style.STEP_TEXT);
      }
    }
  }

  private static void arrow(Canvas canvas, double x, double y, Style line, Style head) {
    canvas.path(new Path().from(x, y).to(x + 18, y), line);
    canvas.path(new Path().from(x + 24, y).to(x + 16, y - 3.6).to(x + 16, y + 3.6).close(), head);
  }
}
