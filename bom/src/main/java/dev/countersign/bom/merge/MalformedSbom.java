package dev.countersign.bom.merge;

/** A file is no bill that can be read. The message says what is wrong, a clause. */
public final class MalformedSbom extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses a file. */
  public MalformedSbom(String what) {
    super(what);
  }
}
