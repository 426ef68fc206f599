package dev.countersign.attest.sigstore;

import dev.countersign.attest.SigstoreService.Outcome;
import dev.countersign.attest.Verification.Reason;

/** Why a bundle proves nothing, in our words. */
final class NotVerified extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String next;

  NotVerified(Reason reason, String detail, String next) {
    super(detail);
    this.reason = reason;
    this.next = next;
  }

  /** The bundle itself is at fault. */
  static NotVerified bundle(Reason reason, String detail) {
    return new NotVerified(reason, detail, "Get it again, or have it signed again.");
  }

  /** The trusted root is at fault, or too old. */
  static NotVerified root(Reason reason, String detail) {
    return new NotVerified(
        reason,
        detail,
        "Get the trusted root of today: countersign trust root --online --out FILE.");
  }

  Outcome.Bad outcome() {
    return new Outcome.Bad(reason, String.valueOf(getMessage()), next);
  }
}
