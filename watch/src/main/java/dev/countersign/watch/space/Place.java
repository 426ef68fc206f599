package dev.countersign.watch.space;

/**
 * Where one row lies among the usual rows of its model. Made once for a row and shown to all
 * detectors; it is written over by the next row.
 */
public final class Place {
  final float[] raw;
  final float[] standard;
  int label;
  float margin;

  Place(int width) {
    this.raw = new float[width];
    this.standard = new float[width];
  }

  /** How many features the row has. */
  public int width() {
    return standard.length;
  }

  /** A feature as it stands in the log; NaN where it is missing. */
  public float raw(int feature) {
    return raw[feature];
  }

  /** A feature in units of its usual spread, from its usual middle; 0 where it is missing. */
  public float standard(int feature) {
    return standard[feature];
  }

  /** What the model decided, as {@link dev.countersign.watch.event.Rows#label} says. */
  public int label() {
    return label;
  }

  /** How far it was from deciding otherwise, from 0 to 1. */
  public float margin() {
    return margin;
  }
}
