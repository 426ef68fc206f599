package dev.countersign.attest.oms;

/** What is done with symbolic links in a model (section 6.1.1). */
public enum Symlinks {
  /** A link is an error. */
  REFUSE,
  /**
   * Links are followed while they stay in the model; one that leads out of it is an error. The
   * specification asks for a warning only, but then a name in the model could stand for any file of
   * the machine.
   */
  INSIDE,
  /** Links are followed wherever they lead. */
  ANYWHERE;

  /** What the bundle says in {@code allow_symlinks}. */
  public boolean followed() {
    return this != REFUSE;
  }
}
