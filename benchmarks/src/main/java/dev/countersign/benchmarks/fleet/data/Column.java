package dev.countersign.benchmarks.fleet.data;

/**
 * A column of a table.
 *
 * @param name of the column
 * @param kind how it becomes numbers
 */
record Column(String name, Kind kind) {
  /** How a column becomes numbers. */
  enum Kind {
    /** A number, scaled by the range that it has in the whole table. */
    NUMBER,
    /** An amount with a long tail: first the logarithm of one more than it. */
    AMOUNT,
    /** One place for each value that occurs, in the order of the alphabet. */
    CATEGORY,
    /** Left out. */
    IGNORED
  }

  static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  static Column amount(String name) {
    return new Column(name, Kind.AMOUNT);
  }

  static Column category(String name) {
    return new Column(name, Kind.CATEGORY);
  }

  static Column ignored(String name) {
    return new Column(name, Kind.IGNORED);
  }

  /** A cell as a number before it is scaled. */
  double raw(String cell) {
    double value = Double.parseDouble(cell);
    return kind == Kind.AMOUNT ? Math.log1p(value) : value;
  }
}
