package dev.countersign.watch.evasion;

/** How a row lies to those that are remembered of its client. Written over by the next row. */
final class Kinship {
  /** How near two rows have to be to be nearly the same, in units of points. */
  static final float NEAR = 512;

  final short[] point = new short[Sketch.DIMENSIONS];

  /** The slot of the row that is nearest; -1 where there is none. */
  int nearest;

  float distance;

  /** The slot of the second nearest; -1 where there is none. */
  int second;

  float secondDistance;

  /** The slot of the row that differs in the fewest groups of features; -1 where there is none. */
  int likest;

  /** In which groups the likest differs, one bit for each. */
  int varied;

  /** The slot of the nearest base point that the row is near to; -1 where there is none. */
  int base;

  /** Whether the very same row is remembered. */
  boolean repeated;

  /** Compares a row with all that are remembered. */
  void compare(Traces traces, Sketch sketch) {
    sketch.quantise(traces.unit, point);
    nearest = second = likest = base = -1;
    distance = secondDistance = Float.POSITIVE_INFINITY;
    varied = -1;
    repeated = false;
    float baseDistance = NEAR;
    for (int slot = 0; slot < Traces.SLOTS && !repeated; slot++) {
      if (traces.isUsed(slot)) {
        int different = sketch.different(traces.marks[slot], traces.moreMarks[slot]);
        float way = traces.distance(slot, point);
        repeated = different == 0;
        order(slot, way);
        if (Integer.bitCount(different) < Integer.bitCount(varied)) {
          likest = slot;
          varied = different;
        }
        if (slot >= Traces.BASES && way < baseDistance) {
          base = slot;
          baseDistance = way;
        }
      }
    }
  }

  private void order(int slot, float way) {
    if (way < distance) {
      second = nearest;
      secondDistance = distance;
      nearest = slot;
      distance = way;
    } else if (way < secondDistance) {
      second = slot;
      secondDistance = way;
    }
  }

  /** Whether the row is nearly the same as another one. */
  boolean isNear() {
    return distance < NEAR;
  }
}
