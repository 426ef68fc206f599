package dev.countersign.attest;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.trust.TrustPolicy;
import java.util.Optional;

/**
 * Says whether a signed statement proves something. In this order, and every doubt is a no: the
 * envelope is of in-toto's type, the statement is strict, the signature is good for an identity of
 * the policy, the statement is of a type that is wanted, and a rule lets the identity speak.
 */
public final class Verifier {
  /** OMS predicates of every version begin so. */
  private static final String OMS = "https://model_signing/";

  private final TrustPolicy policy;
  private final boolean historical;

  private Verifier(TrustPolicy policy, boolean historical) {
    this.policy = policy;
    this.historical = historical;
  }

  /** Judges by that policy. */
  public static Verifier of(TrustPolicy policy) {
    return new Verifier(policy, false);
  }

  /**
   * The same, but statements of OMS (and no others) may be signed in the encoding of its version
   * 0.2, which was a mistake; {@link Verification.Admitted#notes} then says so.
   */
  public Verifier withHistoricalOms() {
    return new Verifier(policy, true);
  }

  /** Verifies a bundle. */
  public Verification verify(Bundle bundle, Purpose purpose) {
    return verify(
        bundle.envelope(), purpose, (recogniser, message) -> recogniser.bundle(bundle, message));
  }

  /** Verifies an envelope without a bundle: only identities with keys are recognised. */
  public Verification verify(Envelope envelope, Purpose purpose) {
    return verify(
        envelope, purpose, (recogniser, message) -> recogniser.envelope(envelope, message));
  }

  private Verification verify(Envelope envelope, Purpose purpose, How how) {
    if (!envelope.payloadType().equals(Statement.PAYLOAD_TYPE)) {
      return malformed(
          "The envelope holds a payload of another type; %s was expected."
              .formatted(Statement.PAYLOAD_TYPE));
    }
    try {
      Statement statement = Statements.parse(envelope.payload());
      return judge(envelope, statement, purpose, how);
    } catch (MalformedStatement e) {
      return malformed(e.getMessage());
    }
  }

  private Verification judge(Envelope envelope, Statement statement, Purpose purpose, How how) {
    if (policy.identities().isEmpty()) {
      return new Refused(
          Reason.UNKNOWN_SIGNER,
          "Nobody is trusted, so no signature proves anything (%s).".formatted(policy.source()),
          "Say whose signature counts: in a trust policy, or by naming a key.");
    }
    Recogniser recogniser = new Recogniser(policy, purpose.at());
    Recognition recognition = how.recognise(recogniser, message(envelope, statement));
    if (recognition instanceof Recognition.Unknown unknown) {
      return unknown.refusal();
    }
    Recognition.Known known = (Recognition.Known) recognition;
    Optional<Refused> other = Admission.otherType(statement, purpose);
    return other.isPresent()
        ? other.get()
        : new Admission(policy, purpose).judge(known, statement, envelope.payload());
  }

  private Message message(Envelope envelope, Statement statement) {
    return historical && statement.predicateType().startsWith(OMS)
        ? Message.withHistorical(envelope)
        : Message.of(envelope);
  }

  private static Refused malformed(String detail) {
    return new Refused(
        Reason.MALFORMED, detail, "Have it made and signed again by whoever signed it.");
  }

  private interface How {
    Recognition recognise(Recogniser recogniser, Message message);
  }
}
