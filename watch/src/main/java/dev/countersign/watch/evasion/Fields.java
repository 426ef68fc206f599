package dev.countersign.watch.evasion;

import java.util.Arrays;
import java.util.List;

/**
 * Which features are one field: a category stands as several of which one is 1 and the others are
 * 0. Whoever varies such a field changes two features, and may change many from one value to the
 * next.
 */
final class Fields {
  /** More rows do not tell more of what is a category. */
  static final int ROWS = 1000;

  private Fields() {}

  /** The group of each feature: features of one field are in one, and groups are of one size. */
  static byte[] groups(List<float[]> rows, int width) {
    int[] field = new int[width];
    int fields = 0;
    for (int from = 0; from < width; fields++) {
      int to = end(rows, from, width);
      Arrays.fill(field, from, to, fields);
      from = to;
    }
    byte[] group = new byte[width];
    for (int i = 0; i < width; i++) {
      int of = field[i];
      group[i] = (byte) (fields <= Sketch.GROUPS ? of : (long) of * Sketch.GROUPS / fields);
    }
    return group;
  }

  /** Behind the last feature of the field that begins with one. */
  private static int end(List<float[]> rows, int from, int width) {
    boolean[] done = new boolean[rows.size()];
    for (int i = from; i < width; i++) {
      for (int row = 0; row < done.length; row++) {
        float value = rows.get(row)[i];
        if ((value != 0 && value != 1) || (value == 1 && done[row])) {
          return from + 1;
        }
        done[row] |= value == 1;
      }
      if (all(done)) {
        return i + 1;
      }
    }
    return from + 1;
  }

  private static boolean all(boolean[] done) {
    for (boolean one : done) {
      if (!one) {
        return false;
      }
    }
    return true;
  }
}
