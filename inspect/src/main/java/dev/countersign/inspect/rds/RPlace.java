package dev.countersign.inspect.rds;

/** In what an object stands, which decides whether and when R evaluates it. */
enum RPlace {
  /** Plain data, as elements of lists and attributes. */
  DATA,
  /** A table of variables of an environment. */
  TABLE,
  /** A variable of an environment. */
  FRAME,
  /** Code of a promise that stands in plain data. */
  PROMISE,
  /** Code of a promise that is a variable, as of an argument that was not used yet. */
  FRAME_PROMISE,
  /** Code of a promise that has its value already, and is not run again. */
  KEPT,
  /** Code of a function. */
  FUNCTION;

  /** In what parts of an object stand which stands here. */
  RPlace inside() {
    return switch (this) {
      case TABLE -> FRAME;
      case FRAME -> DATA;
      default -> this;
    };
  }
}
