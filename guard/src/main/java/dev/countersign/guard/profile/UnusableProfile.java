package dev.countersign.guard.profile;

/**
 * A profile that a gate must not be made from: not signed by anybody who counts, for another model,
 * of another gate, or not of the form. The message says what was found and what to do.
 */
public final class UnusableProfile extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence or two for whoever runs the service. */
  public UnusableProfile(String message) {
    super(message);
  }
}
