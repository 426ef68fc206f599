package dev.countersign.cli.watch;

import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Locale;

/** Detectors and what they measure, for people. */
public final class DetectorList {
  private static final int WIDEST = 28;

  private DetectorList() {}

  /** All of them, with their statistics. */
  public static String text(List<DetectorKind> kinds) {
    StringBuilder text = new StringBuilder();
    for (DetectorKind kind : kinds) {
      text.append("%s (version %d)%n".formatted(kind.id(), kind.version()));
      text.append("  %s%n".formatted(kind.finds()));
      kind.statistics().forEach(one -> text.append(line(one)));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String line(Statistic one) {
    return ("  %-" + WIDEST + "s %s: %s %s%n")
        .formatted(one.id(), one.family(), one.says(), threshold(one));
  }

  private static String threshold(Statistic one) {
    return Double.isInfinite(one.fallback())
        ? "Needs calibration."
        : String.format(Locale.ROOT, "Without calibration from %.4g on.", one.fallback());
  }
}
