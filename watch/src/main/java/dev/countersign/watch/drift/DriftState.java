package dev.countersign.watch.drift;

import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of a client: rows of its last three sources that were not told of. */
final class DriftState implements State {
  private static final int SOURCES = 3;

  /** In place of rows that did not come: most clients have one source. Never written to. */
  private static final float[] NONE = new float[Profile.SIZE];

  /** Bytes that it is written as. */
  static final int BYTES = SOURCES * (Long.BYTES + Profile.SIZE * Float.BYTES);

  private final long[] sources = new long[SOURCES];
  private final float[][] profiles = {NONE, NONE, NONE};

  /** The rows of a source, brought to the front; the place is free or another source's if new. */
  boolean isFront(long source) {
    for (int at = 0; at < SOURCES; at++) {
      if (sources[at] == source) {
        front(at);
        return true;
      }
    }
    front(SOURCES - 1);
    return false;
  }

  private void front(int at) {
    long source = sources[at];
    float[] profile = profiles[at];
    System.arraycopy(sources, 0, sources, 1, at);
    System.arraycopy(profiles, 0, profiles, 1, at);
    sources[0] = source;
    profiles[0] = profile;
  }

  /** Whose rows are at the front. */
  long source() {
    return sources[0];
  }

  /** The rows at the front. */
  float[] profile() {
    if (profiles[0] == NONE) {
      profiles[0] = new float[Profile.SIZE];
    }
    return profiles[0];
  }

  /** Gives the rows at the front away; the place is another source's now. */
  float[] replace(long source) {
    float[] told = profiles[0];
    profiles[0] = NONE;
    sources[0] = source;
    return told;
  }

  /** Adds what another state of the same client knows. */
  DriftState with(DriftState later) {
    for (int at = SOURCES - 1; at >= 0; at--) {
      if (profiles[at][Profile.ROWS] > 0 && !later.isFront(sources[at])) {
        later.replace(sources[at]);
      }
      for (int i = 0; i < Profile.SIZE && profiles[at][Profile.ROWS] > 0; i++) {
        later.profile()[i] += profiles[at][i];
      }
    }
    return later;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int at = 0; at < SOURCES; at++) {
      out.writeLong(sources[at]);
      for (float number : profiles[at]) {
        out.writeFloat(number);
      }
    }
  }

  static DriftState read(DataInput in) throws IOException {
    DriftState state = new DriftState();
    for (int at = 0; at < SOURCES; at++) {
      state.sources[at] = in.readLong();
      state.profiles[at] = new float[Profile.SIZE];
      for (int i = 0; i < Profile.SIZE; i++) {
        state.profiles[at][i] = in.readFloat();
      }
    }
    return state;
  }
}
