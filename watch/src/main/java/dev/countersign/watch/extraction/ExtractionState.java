package dev.countersign.watch.extraction;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.space.Geometry;
import dev.countersign.watch.space.Parts;
import dev.countersign.watch.space.Projection;
import dev.countersign.watch.space.Waves;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of one client: means, a few places, and which cells were visited. */
final class ExtractionState implements State {
  /** How many rows each mean reaches back, by and large. */
  static final int[] REACH = {64, 192, 768};

  /** What means are kept of. */
  static final int NOVELTY = 0;

  static final int RELATION = 1;
  static final int ODD = 2;
  static final int DOUBT = 3;
  static final int DISTANCE = 4;
  static final int MADE_UP = 5;
  static final int MEANS = 6;

  /** How many places are remembered. */
  static final int PLACES = Geometry.NEIGHBOURS;

  /** How many rows are remembered to leave repeats out. */
  static final int RECENT = 8;

  /** Bits of the map of visited cells. */
  static final int CELLS = 512;

  static final int BYTES =
      2 * Integer.BYTES
          + Float.BYTES * (REACH.length * MEANS + 3 * Waves.COUNT)
          + PLACES * (Projection.HEAD + Parts.COUNT)
          + Integer.BYTES * RECENT
          + CELLS / Byte.SIZE;

  int rows;
  int visits;
  final float[] means = new float[REACH.length * MEANS];
  final float[] near = new float[Waves.COUNT];
  final float[] usual = new float[Waves.COUNT];
  final float[] far = new float[Waves.COUNT];
  final byte[] places = new byte[PLACES * Projection.HEAD];
  final byte[] parts = new byte[PLACES * Parts.COUNT];
  final int[] recent = new int[RECENT];
  final long[] cells = new long[CELLS / Long.SIZE];

  /** Takes a value into the means of it. The first ones count alike. */
  void mean(int what, float value) {
    for (int i = 0; i < REACH.length; i++) {
      int at = i * MEANS + what;
      means[at] += (value - means[at]) / Math.min(rows, REACH[i]);
    }
  }

  float mean(int what, int reach) {
    return means[reach * MEANS + what];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(rows);
    out.writeInt(visits);
    for (float[] some : floats()) {
      for (float one : some) {
        out.writeFloat(one);
      }
    }
    out.write(places);
    out.write(parts);
    for (int one : recent) {
      out.writeInt(one);
    }
    for (long one : cells) {
      out.writeLong(one);
    }
  }

  private float[][] floats() {
    return new float[][] {means, near, usual, far};
  }

  static ExtractionState read(DataInput in) throws IOException {
    ExtractionState state = new ExtractionState();
    state.rows = in.readInt();
    state.visits = in.readInt();
    for (float[] some : state.floats()) {
      for (int i = 0; i < some.length; i++) {
        some[i] = in.readFloat();
      }
    }
    in.readFully(state.places);
    in.readFully(state.parts);
    for (int i = 0; i < RECENT; i++) {
      state.recent[i] = in.readInt();
    }
    for (int i = 0; i < state.cells.length; i++) {
      state.cells[i] = in.readLong();
    }
    return state;
  }

  /**
   * Takes in what came later: means by how many rows each reaches back, the rest as it is later.
   */
  void then(ExtractionState later) {
    for (int i = 0; i < REACH.length; i++) {
      float part = Math.min(1, (float) later.rows / REACH[i]);
      for (int j = i * MEANS; j < (i + 1) * MEANS; j++) {
        means[j] += part * (later.means[j] - means[j]);
      }
    }
    mix(near, later.near, later.rows / (float) Embedding.NEAR);
    mix(usual, later.usual, later.rows / (float) Embedding.NEAR);
    mix(far, later.far, later.rows / (float) Embedding.FAR);
    if (later.rows >= PLACES) {
      System.arraycopy(later.places, 0, places, 0, places.length);
      System.arraycopy(later.parts, 0, parts, 0, parts.length);
    }
    System.arraycopy(later.recent, 0, recent, 0, recent.length);
    System.arraycopy(later.cells, 0, cells, 0, cells.length);
    visits = later.visits;
    rows = (int) Math.min(Integer.MAX_VALUE, (long) rows + later.rows);
  }

  private static void mix(float[] into, float[] later, float part) {
    for (int i = 0; i < into.length; i++) {
      into[i] += Math.min(1, part) * (later[i] - into[i]);
    }
  }
}
