package dev.countersign.watch.membership;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.evasion.Sketch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of a client: the latest {@value #RECORDS} records that it asked about. */
final class Probes implements State {
  static final int RECORDS = 7;
  static final int SUMS = 3;

  final short[] points = new short[RECORDS * Sketch.DIMENSIONS];
  final long[] marks = new long[RECORDS];
  final long[] moreMarks = new long[RECORDS];

  /** How often each record was asked about with a little noise. */
  final byte[] noisy = new byte[RECORDS];

  /** Which single group of features of each record was varied first: a bit of 16. */
  final short[] swept = new short[RECORDS];

  /** How often that one was varied. */
  final byte[] sweeps = new byte[RECORDS];

  /** Whether a record lay so near to another one that it may be the same thing that has moved. */
  final boolean[] moved = new boolean[RECORDS];

  /** Whether a record was asked about again. */
  final boolean[] again = new boolean[RECORDS];

  final float[] sums = new float[SUMS];

  /** Marks of the last row, of which an exact repeat counts nowhere. */
  long lastMarks;

  long lastMoreMarks;

  /** What was varied of the last record of which a single field was. */
  short lastSwept;

  private byte used;
  private byte next;

  int used() {
    return used;
  }

  /**
   * The place for another record: that of the oldest one which was not asked about again since it
   * was last passed over. So records between those of a probe do not push them out.
   */
  int place() {
    while (again[next]) {
      again[next] = false;
      next = (byte) ((next + 1) % RECORDS);
    }
    return next;
  }

  /** Whether the place for another record has one. */
  boolean isFull() {
    return used == RECORDS;
  }

  void put(short[] point, Sketch sketch, boolean near) {
    System.arraycopy(point, 0, points, next * Sketch.DIMENSIONS, Sketch.DIMENSIONS);
    marks[next] = sketch.marks();
    moreMarks[next] = sketch.moreMarks();
    noisy[next] = 0;
    swept[next] = 0;
    sweeps[next] = 0;
    moved[next] = near;
    used = (byte) Math.max(used, next + 1);
    next = (byte) ((next + 1) % RECORDS);
  }

  /** How far a point is from that of a record, in units. */
  float distance(int record, short[] point) {
    return Sketch.distance(points, record, point, 0);
  }

  /** How many bytes it is written as, always. */
  static int bytes() {
    int record = Sketch.DIMENSIONS * Short.BYTES + 2 * Long.BYTES + Short.BYTES + 4;
    return RECORDS * record + SUMS * Float.BYTES + 2 * Long.BYTES + Short.BYTES + 2;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (short number : points) {
      out.writeShort(number);
    }
    for (int i = 0; i < RECORDS; i++) {
      out.writeLong(marks[i]);
      out.writeLong(moreMarks[i]);
      out.writeByte(noisy[i]);
      out.writeShort(swept[i]);
      out.writeByte(sweeps[i]);
      out.writeBoolean(moved[i]);
      out.writeBoolean(again[i]);
    }
    for (float sum : sums) {
      out.writeFloat(sum);
    }
    out.writeLong(lastMarks);
    out.writeLong(lastMoreMarks);
    out.writeShort(lastSwept);
    out.writeByte(used);
    out.writeByte(next);
  }

  static Probes read(DataInput in) throws IOException {
    Probes probes = new Probes();
    for (int i = 0; i < probes.points.length; i++) {
      probes.points[i] = in.readShort();
    }
    for (int i = 0; i < RECORDS; i++) {
      probes.marks[i] = in.readLong();
      probes.moreMarks[i] = in.readLong();
      probes.noisy[i] = in.readByte();
      probes.swept[i] = in.readShort();
      probes.sweeps[i] = in.readByte();
      probes.moved[i] = in.readBoolean();
      probes.again[i] = in.readBoolean();
    }
    for (int i = 0; i < SUMS; i++) {
      probes.sums[i] = in.readFloat();
    }
    probes.lastMarks = in.readLong();
    probes.lastMoreMarks = in.readLong();
    probes.lastSwept = in.readShort();
    probes.used = in.readByte();
    probes.next = in.readByte();
    if (probes.used < 0 || probes.used > RECORDS || probes.next < 0 || probes.next >= RECORDS) {
      throw new IOException("a place of the state is none");
    }
    return probes;
  }

  /** Of a client that was seen in two parts: the later records, and the more of the evidence. */
  static Probes merged(Probes earlier, Probes later) {
    if (later.used == 0) {
      return earlier;
    }
    for (int i = 0; i < SUMS; i++) {
      later.sums[i] = Math.max(later.sums[i], earlier.sums[i]);
    }
    return later;
  }
}
