package dev.countersign.report.full;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The sheet of paper that a picture is printed on: the smallest on which its text can be read.
 *
 * @param page the named page of the style sheet; empty for the page that the text stands on
 * @param width of the room on it, in millimetres
 * @param height likewise
 */
record Sheet(String page, double width, double height) {
  private static final Sheet TEXT = new Sheet("", 174, 228);
  private static final double MM_PER_PX = 25.4 / 96;

  /** Below three quarters of its size the small print of a diagram is too small. */
  private static final double READABLE = 0.75;

  /** The smaller first. */
  private static Stream<Sheet> all() {
    return Stream.of(
        TEXT,
        new Sheet("wide", 261, 150),
        new Sheet("a3", 261, 358),
        new Sheet("a3wide", 384, 235),
        new Sheet("a2", 384, 532),
        new Sheet("a2wide", 558, 358));
  }

  /** The sheet for a picture of that size, in pixels. */
  static Sheet of(double width, double height) {
    return all()
        .filter(sheet -> sheet.scale(width, height) >= READABLE)
        .findFirst()
        .orElseGet(() ->
            all()
                .max(Comparator.comparingDouble((Sheet sheet) -> sheet.scale(width, height)))
                .orElse(TEXT));
  }

  /** By how much the picture is made smaller. */
  private double scale(double width, double height) {
    return Math.min(1, Math.min(this.width / mm(width), this.height / mm(height)));
  }

  /** The size on it, as a style. */
  String style(double width, double height) {
    double scale = scale(width, height);
    return String.format(
        Locale.ROOT, "width: %.1fmm; height: %.1fmm", mm(width) * scale, mm(height) * scale);
  }

  private static double mm(double pixels) {
    return pixels * MM_PER_PX;
  }
}
