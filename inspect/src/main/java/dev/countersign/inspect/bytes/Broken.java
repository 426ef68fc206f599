package dev.countersign.inspect.bytes;

/** Bytes are not what their format says they must be. */
public class Broken extends Exception {
  private static final long serialVersionUID = 1;

  private final long offset;

  /**
   * Says what is wrong where.
   *
   * @param offset of the place, from 0, in the innermost bytes that were read
   * @param message what is there and what was expected, as a sentence without a full stop
   */
  public Broken(long offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** The place, from 0. */
  public final long offset() {
    return offset;
  }

  /** What is there and what was expected. */
  public final String what() {
    return String.valueOf(getMessage());
  }
}
