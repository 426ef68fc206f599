package dev.countersign.cli.console;

import java.util.stream.Stream;

/**
 * A command cannot do what was asked, for a reason that the user can mend. The message names the
 * place, what is wrong and the next step.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * Refuses.
   *
   * @param reason one sentence or several lines
   */
  public Refused(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** What to tell the user, line by line, not yet escaped. */
  public Stream<String> lines() {
    return ("countersign: " + reason).lines();
  }
}
