package dev.countersign.gateway.proxy;

/** A request that is not served, or an answer that is not passed on. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
