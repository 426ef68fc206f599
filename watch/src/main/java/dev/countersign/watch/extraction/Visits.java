package dev.countersign.watch.extraction;

import dev.countersign.watch.space.Parts;
import dev.countersign.watch.space.Place;
import dev.countersign.watch.space.Projection;

/** Where a client was: a few of its places, and a map of cells. One thread at a time may use it. */
final class Visits {
  /** After so many rows the map of cells is begun anew. */
  static final int ROUND = 128;

  private static final int PARTS = 8;
  private static final int DIRECTIONS = 6;
  private static final int FARTHEST = 3;

  /** The distances of near rows; others are rare, and a logarithm each time is slow. */
  private static final float[] DISTANCES = new float[1 << 13];

  static {
    for (int i = 0; i < DISTANCES.length; i++) {
      DISTANCES[i] = slowDistance(i);
    }
  }

  private final byte[] here = new byte[Projection.HEAD];

  /**
   * The logarithm of one plus the squared distance of a row to the nearest place that is
   * remembered, after which it may be remembered itself: about one row of three is, so that places
   * reach back some 64 rows.
   */
  float distance(ExtractionState state, Place place) {
    for (int j = 0; j < place.head(); j++) {
      here[j] = part(place.direction(j));
    }
    int known = Math.min(ExtractionState.PLACES, state.rows - 1);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < known; i++) {
      least = Math.min(least, squared(state.places, i * Projection.HEAD));
    }
    remember(state, place);
    if (known == 0) {
      return 0;
    }
    return least < DISTANCES.length ? DISTANCES[least] : slowDistance(least);
  }

  private static float slowDistance(int squared) {
    return (float) StrictMath.log1p(squared / (double) (PARTS * PARTS));
  }

  /** In how many {@link Parts} a row differs from the most alike that is remembered. */
  static int differing(ExtractionState state, Place place) {
    int known = Math.min(ExtractionState.PLACES, state.rows - 1);
    int least = Parts.COUNT;
    for (int i = 0; i < known; i++) {
      least = Math.min(least, Parts.differing(state.parts, i * Parts.COUNT, place.parts(), 0));
    }
    return least;
  }

  private int squared(byte[] places, int at) {
    int sum = 0;
    for (int j = 0; j < Projection.HEAD; j++) {
      int off = here[j] - places[at + j];
      sum += off * off;
    }
    return sum;
  }

  private static byte part(float direction) {
    return (byte) Math.max(-127, Math.min(127, Math.round(direction * PARTS)));
  }

  private void remember(ExtractionState state, Place place) {
    int mixed = mix(state.rows);
    int slot = state.rows <= ExtractionState.PLACES ? state.rows - 1 : (mixed >>> 8) & 63;
    if (slot < ExtractionState.PLACES) {
      System.arraycopy(place.parts(), 0, state.parts, slot * Parts.COUNT, Parts.COUNT);
      System.arraycopy(here, 0, state.places, slot * Projection.HEAD, Projection.HEAD);
    }
  }

  private static int mix(int number) {
    int mixed = number * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  /** Marks the cell of a row; true where a round is whole. */
  static boolean visit(ExtractionState state, Place place) {
    if (state.visits == ROUND) {
      java.util.Arrays.fill(state.cells, 0);
      state.visits = 0;
    }
    int cell = 1;
    for (int j = 0; j < Math.min(DIRECTIONS, place.head()); j++) {
      int step = Math.round(place.direction(j));
      cell = cell * 31 + Math.max(-FARTHEST, Math.min(FARTHEST, step));
    }
    int bit = mix(cell) & (ExtractionState.CELLS - 1);
    state.cells[bit >>> 6] |= 1L << bit;
    state.visits++;
    return state.visits == ROUND;
  }

  /** How many cells a row of a round visited, by linear counting (Whang et al. 1990). */
  static double cells(ExtractionState state) {
    int empty = ExtractionState.CELLS;
    for (long some : state.cells) {
      empty -= Long.bitCount(some);
    }
    double share = Math.max(empty, 1) / (double) ExtractionState.CELLS;
    return -StrictMath.log(share) * ExtractionState.CELLS / ROUND;
  }
}
