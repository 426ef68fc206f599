package dev.countersign.benchmarks.fleet.data;

/**
 * What stands at some places of a feature vector.
 *
 * @param name of the column in the data set
 * @param from the first place
 * @param width one for a number between 0 and 1; for a category its number of values, of which one
 *     place is 1 and the others 0
 */
public record Field(String name, int from, int width) {
  /** Whether this is a number. */
  public boolean number() {
    return width == 1;
  }

  /** The value of a category: the place with the largest number. */
  public int value(double[] row) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (row[from + i] > row[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Writes the value of a category. */
  public void set(double[] row, int value) {
    for (int i = 0; i < width; i++) {
      row[from + i] = i == value ? 1 : 0;
    }
  }

  /** Copies this field of one row to another. */
  public void copy(double[] source, double[] target) {
    System.arraycopy(source, from, target, from, width);
  }
}
