package dev.countersign.report.diagram.svg;

/** Writes the {@code d} attribute of a path. */
final class Path {
  private final StringBuilder d = new StringBuilder();

  Path to(double x, double y) {
    return command(d.isEmpty() ? "M" : "L", x, y);
  }

  Path from(double x, double y) {
    return command("M", x, y);
  }

  /** An arc, clockwise on the screen where {@code clockwise} says so. */
  Path arc(double rx, double ry, boolean clockwise, double x, double y) {
    d.append('A')
        .append(Num.of(rx))
        .append(' ')
        .append(Num.of(ry))
        .append(clockwise ? " 0 0 1 " : " 0 0 0 ")
        .append(Num.of(x))
        .append(' ')
        .append(Num.of(y));
    return this;
  }

  Path curve(double x1, double y1, double x2, double y2, double x, double y) {
    command("C", x1, y1);
    command(" ", x2, y2);
    return command(" ", x, y);
  }

  Path circle(double cx, double cy, double r) {
    return from(cx - r, cy).arc(r, r, true, cx + r, cy).arc(r, r, true, cx - r, cy).close();
  }

  Path close() {
    d.append('Z');
    return this;
  }

  private Path command(String letter, double x, double y) {
    d.append(letter).append(Num.of(x)).append(' ').append(Num.of(y));
    return this;
  }

  @Override
  public String toString() {
    return d.toString();
  }
}
