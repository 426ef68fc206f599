package dev.countersign.inspect.pickle;

/**
 * A whole number of at most 64 bits.
 *
 * @param value the number
 */
public record Whole(long value) implements Value {
  private static final int CACHED = 256;
  private static final Whole[] SMALL = small();

  /** The number, without a new object for small ones. */
  static Whole of(long value) {
    return value >= 0 && value < CACHED ? SMALL[(int) value] : new Whole(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }

  private static Whole[] small() {
    Whole[] small = new Whole[CACHED];
    for (int i = 0; i < CACHED; i++) {
      small[i] = new Whole(i);
    }
    return small;
  }
}
