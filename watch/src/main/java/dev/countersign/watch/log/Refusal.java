package dev.countersign.watch.log;

/** That a line is no event; made often on a bad day, so it has no stack trace. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int at;

  Refusal(Reason reason, int at, String what) {
    super(what, null, false, false);
    this.reason = reason;
    this.at = at;
  }

  Parsed.Refused refused(int from) {
    return new Parsed.Refused(reason, Math.max(0, at - from), String.valueOf(getMessage()));
  }
}
