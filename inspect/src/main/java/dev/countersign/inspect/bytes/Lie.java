package dev.countersign.inspect.bytes;

/**
 * Bytes that are wrong in a way that no damage explains: a length that no file can have, a number
 * that no writer writes. A file that was cut short is {@link Broken}, and this is not.
 */
public final class Lie extends Broken {
  private static final long serialVersionUID = 1;

  /**
   * Says what is wrong where.
   *
   * @param offset as of {@link Broken}
   * @param message as of {@link Broken}
   */
  public Lie(long offset, String message) {
    super(offset, message);
  }

  /**
   * What to say of a count that is larger than what is left.
   *
   * @param what is counted, in the plural
   * @param count as an unsigned number
   * @param most what a real file may announce there
   */
  public static Broken orCut(long offset, String what, long count, long left, long most) {
    String message =
        "%s %s are announced, and %,d bytes are left"
            .formatted(Long.toUnsignedString(count), what, left);
    return count < 0 || count > most ? new Lie(offset, message) : new Broken(offset, message);
  }
}
