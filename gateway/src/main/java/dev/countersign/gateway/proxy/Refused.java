package dev.countersign.gateway.proxy;

/** A request that is not served, or an answer that is not passed on. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  /** With what the client is told. */
  public Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** What the client is told. */
  public Refusal refusal() {
    return refusal;
  }
}
