package dev.countersign.report.diagram.svg;

/** Numbers as short as a picture needs them: tenths, without a locale. */
final class Num {
  private Num() {}

  static String of(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return sign + whole + (rest == 0 ? "" : "." + rest);
  }
}
