package dev.countersign.fit.input.data;

/** The values of one row, good until the next row is read. */
public interface Cells {
  /** Whether a value is not there. */
  boolean missing(int column);

  /** A value as a number; not a number if it is none. */
  double number(int column);

  /** A value as text, as it stands there. */
  String text(int column);
}
