package dev.countersign.watch.evasion;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.sketch.Hashes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is remembered of a client's rows: sketches in {@value #SLOTS} slots, of which the first hold
 * the latest rows that were near none, the next the latest that were near another one, and the last
 * ones the base points around which rows gather; and how much speaks for a search.
 */
final class Traces implements State {
  /** The first slot of rows that were near another one; before them are those that were not. */
  static final int KIN = 8;

  /** The first slot of base points. */
  static final int BASES = 14;

  static final int SLOTS = 18;
  static final int SUMS = 4;

  /** A filter of 128 bits takes so many rows before the other one is emptied and filled. */
  private static final int MOST_FILTERED = 24;

  private static final int FILTER = 2;

  final short[] points = new short[SLOTS * Sketch.DIMENSIONS];
  final long[] marks = new long[SLOTS];
  final long[] moreMarks = new long[SLOTS];
  final byte[] labels = new byte[SLOTS];

  /** The base point that each row gathered around; -1 where there is none. */
  final byte[] bases = new byte[SLOTS];

  /** How many rows gathered around each base point. */
  final short[] sizes = new short[SLOTS - BASES];

  /** Which groups of features were varied around each base point: a bit for each hash of such. */
  final long[] patterns = new long[SLOTS - BASES];

  /** How often the verdict flipped around each base point. */
  final byte[] flips = new byte[SLOTS - BASES];

  final float[] sums = new float[SUMS];

  /** How long the unit of points is, in weighted features; 0 before the first row. */
  float unit;

  /** Which rows were near others: two filters of {@value #FILTER} words, of which one is filled. */
  private final long[] filters = new long[2 * FILTER];

  private byte filtered;
  private boolean second;
  private int used;
  private byte loner;
  private byte kin = KIN;
  private final byte[] age = new byte[SLOTS - BASES];

  boolean isUsed(int slot) {
    return (used >>> slot & 1) != 0;
  }

  void free(int slot) {
    used &= ~(1 << slot);
  }

  /**
   * Whether a row that is near another one was seen before, and that it was now: a list of rows
   * that a client sends again and again is longer than there are slots. Of rows that were not seen,
   * a tenth seem to have been (a Bloom filter of two probes).
   */
  boolean isKnown(Sketch sketch) {
    long hash = Hashes.mix(sketch.marks ^ Hashes.mix(sketch.moreMarks));
    if (isIn(0, hash) || isIn(FILTER, hash)) {
      return true;
    }
    if (filtered == MOST_FILTERED) {
      second = !second;
      Arrays.fill(filters, second ? FILTER : 0, second ? 2 * FILTER : FILTER, 0);
      filtered = 0;
    }
    filtered++;
    int from = second ? FILTER : 0;
    filters[from + word(hash)] |= 1L << hash;
    filters[from + word(hash >>> 16)] |= 1L << (hash >>> 16);
    return false;
  }

  private boolean isIn(int from, long hash) {
    return (filters[from + word(hash)] >>> hash
            & filters[from + word(hash >>> 16)] >>> (hash >>> 16)
            & 1)
        != 0;
  }

  private static int word(long hash) {
    return (int) (hash >>> 6) & (FILTER - 1);
  }

  /** A slot for a row that is near none: the one that was filled longest ago. */
  int nextLoner() {
    int slot = loner;
    loner = (byte) ((slot + 1) % KIN);
    return slot;
  }

  /** A slot for a row that is near another one, likewise. */
  int nextKin() {
    int slot = kin;
    kin = (byte) (slot + 1 == BASES ? KIN : slot + 1);
    return slot;
  }

  /** The slot of the row that is near another one and came so many such rows ago, from 1. */
  int kinBefore(int back) {
    int slot = kin - back;
    return slot < KIN ? slot + BASES - KIN : slot;
  }

  /** A slot for a base point: the one around which nothing came for longest. */
  int nextBase() {
    int oldest = 0;
    for (int i = 1; i < age.length; i++) {
      oldest = age[i] > age[oldest] ? i : oldest;
    }
    sizes[oldest] = 1;
    patterns[oldest] = 0;
    flips[oldest] = 0;
    for (int i = 0; i < SLOTS; i++) {
      bases[i] = bases[i] == BASES + oldest ? -1 : bases[i];
    }
    return BASES + oldest;
  }

  /** Something came around a base point. */
  void touch(int slot) {
    for (int i = 0; i < age.length; i++) {
      age[i] = (byte) Math.min(Byte.MAX_VALUE, age[i] + 1);
    }
    age[slot - BASES] = 0;
  }

  void put(int slot, short[] point, Sketch sketch, int label, int base) {
    System.arraycopy(point, 0, points, slot * Sketch.DIMENSIONS, Sketch.DIMENSIONS);
    marks[slot] = sketch.marks;
    moreMarks[slot] = sketch.moreMarks;
    labels[slot] = (byte) label;
    bases[slot] = (byte) base;
    used |= 1 << slot;
  }

  void move(int from, int to) {
    int size = Sketch.DIMENSIONS;
    System.arraycopy(points, from * size, points, to * size, size);
    marks[to] = marks[from];
    moreMarks[to] = moreMarks[from];
    labels[to] = labels[from];
    bases[to] = (byte) to;
    used |= 1 << to;
    free(from);
  }

  /** How far a point is from the one in a slot, in units. */
  float distance(int slot, short[] point) {
    return Sketch.distance(points, slot, point, 0);
  }

  /** How far the points in two slots are from each other, in units. */
  float distance(int one, int other) {
    return Sketch.distance(points, one, points, other);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (short number : points) {
      out.writeShort(number);
    }
    for (int i = 0; i < SLOTS; i++) {
      out.writeLong(marks[i]);
      out.writeLong(moreMarks[i]);
      out.writeByte(labels[i]);
      out.writeByte(bases[i]);
    }
    for (int i = 0; i < sizes.length; i++) {
      out.writeShort(sizes[i]);
      out.writeLong(patterns[i]);
      out.writeByte(flips[i]);
      out.writeByte(age[i]);
    }
    for (float sum : sums) {
      out.writeFloat(sum);
    }
    for (long word : filters) {
      out.writeLong(word);
    }
    out.writeByte(filtered);
    out.writeBoolean(second);
    out.writeFloat(unit);
    out.writeInt(used);
    out.writeByte(loner);
    out.writeByte(kin);
  }

  /** How many bytes it is written as, always. */
  static int bytes() {
    int slots = SLOTS * (Sketch.DIMENSIONS * Short.BYTES + 2 * Long.BYTES + 2);
    int bases = (SLOTS - BASES) * (Short.BYTES + Long.BYTES + 2);
    return slots
        + bases
        + SUMS * Float.BYTES
        + 2 * FILTER * Long.BYTES
        + Float.BYTES
        + Integer.BYTES
        + 4;
  }

  static Traces read(DataInput in) throws IOException {
    Traces traces = new Traces();
    for (int i = 0; i < traces.points.length; i++) {
      traces.points[i] = in.readShort();
    }
    for (int i = 0; i < SLOTS; i++) {
      traces.marks[i] = in.readLong();
      traces.moreMarks[i] = in.readLong();
      traces.labels[i] = in.readByte();
      traces.bases[i] = in.readByte();
    }
    for (int i = 0; i < traces.sizes.length; i++) {
      traces.sizes[i] = in.readShort();
      traces.patterns[i] = in.readLong();
      traces.flips[i] = in.readByte();
      traces.age[i] = in.readByte();
    }
    for (int i = 0; i < SUMS; i++) {
      traces.sums[i] = in.readFloat();
    }
    for (int i = 0; i < traces.filters.length; i++) {
      traces.filters[i] = in.readLong();
    }
    traces.filtered = in.readByte();
    traces.second = in.readBoolean();
    traces.unit = in.readFloat();
    traces.used = in.readInt();
    traces.loner = in.readByte();
    traces.kin = in.readByte();
    if (traces.loner < 0 || traces.loner >= KIN || traces.kin < KIN || traces.kin >= BASES) {
      throw new IOException("a slot of the state is none");
    }
    return traces;
  }

  /**
   * Of a client whose rows were seen in two parts: the later rows, and the more of the evidence.
   */
  static Traces merged(Traces earlier, Traces later) {
    if (later.used == 0) {
      return earlier;
    }
    for (int i = 0; i < SUMS; i++) {
      later.sums[i] = Math.max(later.sums[i], earlier.sums[i]);
    }
    return later;
  }
}
