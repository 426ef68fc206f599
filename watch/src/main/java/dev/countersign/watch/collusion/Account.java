package dev.countersign.watch.collusion;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.evasion.Sketch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is remembered of one account: its latest {@value #BASES} rows that were near none before,
 * and the sum of the rows since it last contributed.
 */
final class Account implements State {
  /** After so many rows an account contributes their mean. */
  static final int BLOCK = 32;

  static final int BASES = 4;

  final short[] points = new short[BASES * Sketch.DIMENSIONS];
  final long[] marks = new long[BASES];
  final long[] moreMarks = new long[BASES];

  /** How many different rows were near each base. */
  final byte[] variants = new byte[BASES];

  final float[] sum = new float[Sketch.DIMENSIONS];
  byte rows;
  private byte used;
  private byte next;

  int used() {
    return used;
  }

  void put(short[] point, Sketch sketch) {
    System.arraycopy(point, 0, points, next * Sketch.DIMENSIONS, Sketch.DIMENSIONS);
    marks[next] = sketch.marks();
    moreMarks[next] = sketch.moreMarks();
    variants[next] = 0;
    used = (byte) Math.max(used, next + 1);
    next = (byte) ((next + 1) % BASES);
  }

  /** Makes a vector one of length 1, if it has a length; gives the length that it had. */
  static float unit(float[] vector) {
    float sum = 0;
    for (float number : vector) {
      sum += number * number;
    }
    float length = (float) Math.sqrt(sum);
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] /= length;
    }
    return length;
  }

  /** How many bytes it is written as, always. */
  static int bytes() {
    int base = Sketch.DIMENSIONS * Short.BYTES + 2 * Long.BYTES + 1;
    return BASES * base + Sketch.DIMENSIONS * Float.BYTES + 3;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (short number : points) {
      out.writeShort(number);
    }
    for (int i = 0; i < BASES; i++) {
      out.writeLong(marks[i]);
      out.writeLong(moreMarks[i]);
      out.writeByte(variants[i]);
    }
    for (float number : sum) {
      out.writeFloat(number);
    }
    out.writeByte(rows);
    out.writeByte(used);
    out.writeByte(next);
  }

  static Account read(DataInput in) throws IOException {
    Account account = new Account();
    for (int i = 0; i < account.points.length; i++) {
      account.points[i] = in.readShort();
    }
    for (int i = 0; i < BASES; i++) {
      account.marks[i] = in.readLong();
      account.moreMarks[i] = in.readLong();
      account.variants[i] = in.readByte();
    }
    for (int i = 0; i < account.sum.length; i++) {
      account.sum[i] = in.readFloat();
    }
    account.rows = in.readByte();
    account.used = in.readByte();
    account.next = in.readByte();
    if (account.used < 0 || account.used > BASES || account.next < 0 || account.next >= BASES) {
      throw new IOException("a place of the state is none");
    }
    return account;
  }
}
