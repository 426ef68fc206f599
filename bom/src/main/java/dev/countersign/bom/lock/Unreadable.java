package dev.countersign.bom.lock;

/** A lock file is not what its name says. The message says what is wrong, a clause. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses a file. */
  public Unreadable(String what) {
    super(what);
  }
}
