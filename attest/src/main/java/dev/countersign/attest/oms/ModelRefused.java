package dev.countersign.attest.oms;

/** A model was not opened, because it is not what somebody signed whom the policy admits. */
public final class ModelRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient OmsVerification.Refused refusal;

  ModelRefused(OmsVerification.Refused refusal) {
    super(refusal.detail() + " " + refusal.next());
    this.refusal = refusal;
  }

  /** Why, with every difference. */
  public OmsVerification.Refused refusal() {
    return refusal;
  }
}
