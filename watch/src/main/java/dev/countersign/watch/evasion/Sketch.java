package dev.countersign.watch.evasion;

import dev.countersign.watch.sketch.Hashes;

/** A row, small: a point that keeps distances, and a mark for each group of its features. */
public final class Sketch {
  /** How many numbers a point has. */
  public static final int DIMENSIONS = 16;

  /** How many groups of neighbouring features there are, of which each has a mark of one byte. */
  public static final int GROUPS = 16;

  private static final int MOST = Short.MAX_VALUE;

  final float[] point = new float[DIMENSIONS];
  long marks;
  long moreMarks;

  /** A number of the point, in weighted features from their middle. */
  public float point(int dimension) {
    return point[dimension];
  }

  /** Marks of the first eight groups, a byte each. */
  public long marks() {
    return marks;
  }

  /** Marks of the other eight. */
  public long moreMarks() {
    return moreMarks;
  }

  /** A hash of the row, from its marks. */
  public long hash() {
    return Hashes.mix(marks ^ Hashes.mix(moreMarks));
  }

  /** The point in whole units, of which two bytes hold as many as they can. */
  public void quantise(float unit, short[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (short) Math.max(-MOST, Math.min(MOST, Math.round(point[i] / unit)));
    }
  }

  /** How far two such points are apart, each by its place among as many others. */
  public static float distance(short[] points, int place, short[] others, int otherPlace) {
    int at = place * DIMENSIONS;
    int otherAt = otherPlace * DIMENSIONS;
    float sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      float way = points[at + i] - others[otherAt + i];
      sum += way * way;
    }
    return (float) Math.sqrt(sum);
  }

  /** One bit for each group in which a row with these marks differs. */
  public int different(long otherMarks, long otherMoreMarks) {
    return bytesThatDiffer(marks, otherMarks) | bytesThatDiffer(moreMarks, otherMoreMarks) << 8;
  }

  /** One bit for each byte in which two numbers differ. */
  private static int bytesThatDiffer(long one, long other) {
    long bits = one ^ other;
    bits |= bits >>> 4;
    bits |= bits >>> 2;
    bits |= bits >>> 1;
    bits &= 0x0101010101010101L;
    // The eight lowest bits of the bytes are moved next to each other.
    return (int) ((bits * 0x0102040810204080L) >>> 56);
  }
}
