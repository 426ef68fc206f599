package dev.countersign.cli.console;

/**
 * A command cannot do what was asked, for a reason that the user can mend. The message names the
 * place, what is wrong and the next step.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Refused(String message) {
    super(message, null, false, false);
  }
}
