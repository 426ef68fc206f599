package dev.countersign.watch.evasion;

import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  final short[] points = new short[SLOTS * Sketch.DIMENSIONS];
  final long[] marks = new long[SLOTS];
  final long[] moreMarks = new long[SLOTS];
  final byte[] labels = new byte[SLOTS];

  /** The base point that each row gathered around; -1 where there is none. */
  final byte[] bases = new byte[SLOTS];

  /** How many rows gathered around each base point. */
  final short[] sizes = new short[SLOTS - BASES];

  /** Which groups of features were varied around each base point lately: four sets of 16 bits. */
  final long[] patterns = new long[SLOTS - BASES];

  /** How often the verdict flipped around each base point. */
  final byte[] flips = new byte[SLOTS - BASES];

  final float[] sums = new float[SUMS];

  /** How long the unit of points is, in weighted features; 0 before the first row. */
  float unit;

  /** Which rows were near others. */
  final Lately lately = new Lately();

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

  /** Gives a row that was near none a slot among those that were, which is not {@code other}. */
  void keep(int slot, int other) {
    if (slot < KIN) {
      int to = nextKin();
      move(slot, to == other ? nextKin() : to);
    }
  }

  void move(int from, int to) {
    int size = Sketch.DIMENSIONS;
    System.arraycopy(points, from * size, points, to * size, size);
    marks[to] = marks[from];
    moreMarks[to] = moreMarks[from];
    labels[to] = labels[from];
    bases[to] = (byte) (to < BASES ? -1 : to);
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
    lately.write(out);
    out.writeFloat(unit);
    out.writeInt(used);
    out.writeByte(loner);
    out.writeByte(kin);
  }

  /** How many bytes it is written as, always. */
  static int bytes() {
    int slots = SLOTS * (Sketch.DIMENSIONS * Short.BYTES + 2 * Long.BYTES + 2);
    int bases = (SLOTS - BASES) * (Short.BYTES + Long.BYTES + 2);
    return slots + bases + SUMS * Float.BYTES + Lately.BYTES + Float.BYTES + Integer.BYTES + 2;
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
    traces.lately.read(in);
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
