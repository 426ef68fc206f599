package dev.countersign.runner.summary;

/**
 * Time cut into equal parts, few enough to be drawn: twice as long ones whenever there would be too
 * many. Parts begin at whole multiples of their length.
 */
final class TimeLine {
  /** How many parts there are at most. */
  static final int MOST = 240;

  private static final long FIRST_LENGTH = 1000;

  private final Merged merged;
  private long length = FIRST_LENGTH;
  private long start;
  private int parts;

  /** Takes note that two parts became one. */
  interface Merged {
    /**
     * What belonged to {@code from} belongs to {@code into} now, which is before it or the same.
     * Called from the first part to the last one.
     */
    void move(int from, int into);
  }

  TimeLine(Merged merged) {
    this.merged = merged;
  }

  /** The part of a time; of one before all others the first part. */
  int part(long time) {
    if (parts == 0) {
      start = Math.floorDiv(time, length) * length;
    }
    while ((time - start) / length >= MOST) {
      widen();
    }
    int part = (int) Math.max(0, (time - start) / length);
    parts = Math.max(parts, part + 1);
    return part;
  }

  private void widen() {
    long wider = length * 2;
    long from = Math.floorDiv(start, wider) * wider;
    int shift = from == start ? 0 : 1;
    for (int i = 0; i < parts; i++) {
      merged.move(i, (i + shift) / 2);
    }
    parts = parts == 0 ? 0 : (parts - 1 + shift) / 2 + 1;
    start = from;
    length = wider;
  }

  /** How many parts there are so far. */
  int parts() {
    return parts;
  }

  /** When a part begins, in milliseconds since 1970. */
  long start(int part) {
    return start + part * length;
  }

  /** How long a part is, in milliseconds. */
  long length() {
    return length;
  }
}
