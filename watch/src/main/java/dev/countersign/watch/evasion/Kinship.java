package dev.countersign.watch.evasion;

/** How a row lies to those that are remembered of its client. Written over by the next row. */
final class Kinship {
  /** How near two rows have to be to be nearly the same, in units of points. */
  static final float NEAR = 512;

  /** Points that are nearer than this, in units, are not told apart well enough. */
  private static final float BLURRED = 16;

  /** By which part of the way a middle may be missed. */
  private static final float TOLERANCE = 0.05f;

  /** By which part of the way the middles of two mirrored pairs may be apart, both ways counted. */
  private static final float MIRRORED = 0.24f;

  /** Whoever varies no more groups of features than this asks what if. */
  private static final int WHAT_IF = 2;

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

  /** In which groups the nearest differs. */
  private int variedNearest;

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
        order(slot, way, different);
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

  private void order(int slot, float way, int different) {
    if (way < distance) {
      second = nearest;
      secondDistance = distance;
      nearest = slot;
      distance = way;
      variedNearest = different;
    } else if (way < secondDistance) {
      second = slot;
      secondDistance = way;
    }
  }

  /** Whether the row is nearly the same as another one. */
  boolean isNear() {
    return distance < NEAR;
  }

  /** Whether the row differs from the nearest in more than whoever asks what if varies. */
  boolean isMuchVaried() {
    return Integer.bitCount(variedNearest) > WHAT_IF;
  }

  /**
   * Whether the row is in the middle between two of different verdicts, as in a search by halves.
   */
  boolean isHalved(Traces traces) {
    if (second < 0 || traces.labels[nearest] == traces.labels[second]) {
      return false;
    }
    float between = traces.distance(nearest, second);
    return between > BLURRED
        && distance + secondDistance <= between * (1 + TOLERANCE)
        && secondDistance - distance <= between * TOLERANCE
        && isMuchVaried();
  }

  /** Whether the row is near the last one that was near another, and three such are remembered. */
  boolean isNearLast(Traces traces) {
    for (int back = 1; back <= 3; back++) {
      if (!traces.isUsed(traces.kinBefore(back))) {
        return false;
      }
    }
    float way = traces.distance(traces.kinBefore(1), point);
    return way < NEAR && way > BLURRED;
  }

  /** Whether the middle of the row and the last is that of the two before. */
  boolean mirrors(Traces traces) {
    int one = traces.kinBefore(1) * Sketch.DIMENSIONS;
    int two = traces.kinBefore(2) * Sketch.DIMENSIONS;
    int three = traces.kinBefore(3) * Sketch.DIMENSIONS;
    float sum = 0;
    for (int i = 0; i < Sketch.DIMENSIONS; i++) {
      float way =
          point[i] + traces.points[one + i] - traces.points[two + i] - traces.points[three + i];
      sum += way * way;
    }
    return Math.sqrt(sum) < MIRRORED * traces.distance(traces.kinBefore(1), point);
  }
}
