package dev.countersign.guard.input.model;

/** Arrays that must fit each other. What does not fit is an {@link IllegalArgumentException}. */
final class Shapes {
  private Shapes() {}

  static void same(String what, long one, long other) {
    if (one != other) {
      throw new IllegalArgumentException("%s: %,d and %,d".formatted(what, one, other));
    }
  }

  static void atMost(String what, long number, long most) {
    between(what, number, 0, most);
  }

  static void between(String what, long number, long least, long most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s: %,d, and %,d to %,d are possible".formatted(what, number, least, most));
    }
  }

  static void finite(String what, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(what + ": not all are finite numbers");
      }
    }
  }

  static double positive(String what, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(what + ": no positive number");
    }
    return value;
  }

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + ": no finite number");
    }
    return value;
  }
}
