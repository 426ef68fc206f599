package dev.countersign.report.diagram;

import dev.countersign.report.Report;
import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.report.diagram.scene.Scene;
import dev.countersign.report.diagram.svg.Paint;
import dev.countersign.report.diagram.svg.SvgPicture;

/**
 * The data-flow diagram of a system: its elements in their trust zones, what flows between them,
 * where trust rises, and the path of one threat where the report highlights one.
 */
public final class Diagram {
  private Diagram() {}

  /**
   * An SVG element for a screen, alone or within HTML: light or dark as the reader prefers. A page
   * with colours of its own sets {@code --diagram-ink} and its sisters on {@code
   * .countersign-diagram}.
   */
  public static String svg(Report report) {
    return of(report, Paint.SCREEN);
  }

  /** An SVG element for printing: no style sheet, light colours on every part, IBM Plex Sans. */
  public static String print(Report report) {
    return of(report, Paint.PRINT);
  }

  private static String of(Report report, Paint paint) {
    Scene scene = Scene.of(report);
    return SvgPicture.of(scene, Layout.of(scene), paint);
  }
}
