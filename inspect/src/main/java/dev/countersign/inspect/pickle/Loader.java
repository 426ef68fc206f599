package dev.countersign.inspect.pickle;

/**
 * What the program that loads does besides unpickling: how libraries that put raw bytes between
 * opcodes are followed.
 */
@FunctionalInterface
public interface Loader {
  /** Python's own {@code pickle.load}. */
  Loader PLAIN = (_, _) -> After.NOTHING;

  /**
   * Asked after each {@code BUILD} of something that a call gave, its state already set.
   *
   * @param built what was built
   * @param position of the byte that follows the opcode, in the bytes that hold the pickle
   */
  After built(Made built, long position);

  /**
   * Asked what stands for an object outside of the pickle.
   *
   * @param id its persistent id
   * @param unknown what stands for it where this loader does not know it
   */
  default Value persistent(Value id, Value unknown) {
    return unknown;
  }

  /** Told the object that loading gives. */
  default void result(Value object) {}

  /**
   * What the loader reads next.
   *
   * @param skipped how many raw bytes it reads itself, from 0
   * @param pickle whether another pickle follows, of which the object replaces the built one
   */
  record After(long skipped, boolean pickle) {
    /** Nothing but the next opcode. */
    public static final After NOTHING = new After(0, false);

    /** A pickle, of which the object replaces the built one. */
    public static final After PICKLE = new After(0, true);

    /** Raw bytes. */
    public static After bytes(long count) {
      return new After(count, false);
    }
  }
}
