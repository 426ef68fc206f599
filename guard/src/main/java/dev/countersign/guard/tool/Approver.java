package dev.countersign.guard.tool;

/** Whoever endorses values that content of too little trust chose. */
@FunctionalInterface
public interface Approver {
  /** Nobody is there: what would be asked is refused. */
  Approver NOBODY = ruling -> false;

  /**
   * Asks a person. May wait; the agent waits with it.
   *
   * @param ruling {@link Ruling#asks} names each value and where it comes from
   * @return whether all of it is endorsed, for the rest of the run
   */
  boolean endorses(Ruling ruling);
}
