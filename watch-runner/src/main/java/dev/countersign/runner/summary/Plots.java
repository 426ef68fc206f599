package dev.countersign.runner.summary;

import dev.countersign.watch.alert.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Plots as SVG that stands in a page and takes its colours from the page's style. */
final class Plots {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 140;
  private static final int LEFT = 60;
  private static final int BOTTOM = 22;
  private static final int TOP = 8;
  private static final int BAR = 18;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Plots() {}

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  /** Events over time, as bars. */
  static String events(Collected collected) {
    TimeLine time = collected.time();
    long most = 1;
    for (int i = 0; i < time.parts(); i++) {
      most = Math.max(most, collected.events(i));
    }
    StringBuilder svg = begin("Events over time", HEIGHT);
    double step = (double) (WIDTH - LEFT) / Math.max(1, time.parts());
    for (int i = 0; i < time.parts(); i++) {
      double height = (double) collected.events(i) / most * (HEIGHT - BOTTOM - TOP);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              LEFT + i * step,
              HEIGHT - BOTTOM - height,
              Math.max(0.8, step - 0.6),
              height));
    }
    label(svg, LEFT - 6, TOP + 10, "end", String.format(Locale.ROOT, "%,d", most));
    label(svg, LEFT - 6, HEIGHT - BOTTOM, "end", "0");
    return times(svg, time).append("</svg>").toString();
  }

  /** The median and the quartiles of scores over time. */
  static String scores(String model, Scores scores, TimeLine time) {
    StringBuilder svg = begin("Scores of " + model + " over time", HEIGHT);
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    StringBuilder median = new StringBuilder();
    double step = (double) (WIDTH - LEFT) / Math.max(1, time.parts());
    for (int i = 0; i < time.parts(); i++) {
      if (!scores.isEmpty(i)) {
        double x = LEFT + (i + 0.5) * step;
        point(upper, x, scores.quantile(i, 0.75));
        point(median, x, scores.quantile(i, 0.5));
        lower.insert(0, point(x, scores.quantile(i, 0.25)) + " ");
      }
    }
    svg.append("<polygon class=\"band\" points=\"").append(upper).append(lower.toString().strip());
    svg.append("\"/><polyline class=\"line\" points=\"").append(median.toString().strip());
    svg.append("\"/>");
    label(svg, LEFT - 6, TOP + 10, "end", "1");
    label(svg, LEFT - 6, HEIGHT - BOTTOM, "end", "0");
    return times(svg, time).append("</svg>").toString();
  }

  private static void point(StringBuilder points, double x, double value) {
    points.append(point(x, value)).append(' ');
  }

  private static String point(double x, double value) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, TOP + (1 - value) * (HEIGHT - BOTTOM - TOP));
  }

  /** Alerts by detector, a bar each, cut by severity. */
  static String detectors(Map<String, Map<Severity, Long>> byDetector) {
    long most =
        byDetector.values().stream()
            .mapToLong(counts -> counts.values().stream().mapToLong(Long::longValue).sum())
            .max()
            .orElse(1);
    int name = 150;
    StringBuilder svg = begin("Alerts by detector and severity", byDetector.size() * (BAR + 8) + 8);
    int y = 4;
    for (Map.Entry<String, Map<Severity, Long>> one : byDetector.entrySet()) {
      label(svg, name - 8, y + BAR - 5, "end", one.getKey());
      double x = name;
      long all = 0;
      for (Severity severity : Severity.values()) {
        long count = one.getValue().getOrDefault(severity, 0L);
        double width = (double) count / most * (WIDTH - name - 60);
        if (count > 0) {
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%,d"
                      + " %s</title></rect>",
                  severity.word(),
                  x,
                  y,
                  Math.max(2, width),
                  BAR,
                  count,
                  severity.word()));
        }
        x += width;
        all += count;
      }
      label(svg, (int) x + 8, y + BAR - 5, "start", String.format(Locale.ROOT, "%,d", all));
      y += BAR + 8;
    }
    return svg.append("</svg>").toString();
  }

  private static void legend(StringBuilder svg, int left) {
    int x = left;
    for (Severity severity : Severity.values()) {
      svg.append("<rect class=\"").append(severity.word()).append("\" x=\"").append(x);
      svg.append("\" y=\"6\" width=\"10\" height=\"10\"/>");
      label(svg, x + 16, 15, "start", severity.word());
      x += 90;
    }
  }

  private static StringBuilder begin(String title, int height) {
    return new StringBuilder(8192)
        .append("<svg role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(height)
        .append("\" aria-label=\"")
        .append(Html.text(title))
        .append("\">");
  }

  private static void label(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" text-anchor=\"");
    svg.append(anchor).append("\">").append(Html.text(text)).append("</text>");
  }

  private static StringBuilder times(StringBuilder svg, TimeLine time) {
    svg.append("<line class=\"axis\" x1=\"").append(LEFT).append("\" x2=\"").append(WIDTH);
    svg.append("\" y1=\"").append(HEIGHT - BOTTOM).append("\" y2=\"").append(HEIGHT - BOTTOM);
    svg.append("\"/>");
    if (time.parts() > 0) {
      label(svg, LEFT, HEIGHT - 6, "start", time(time.start(0)));
      label(svg, WIDTH, HEIGHT - 6, "end", time(time.start(time.parts())) + " UTC");
    }
    return svg;
  }
}
