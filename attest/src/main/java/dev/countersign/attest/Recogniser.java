package dev.countersign.attest;

import dev.countersign.attest.Message.Match;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.bundle.VerificationMaterial.Chain;
import dev.countersign.attest.bundle.VerificationMaterial.Key;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.Sig;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.TrustPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whose signature it is. */
final class Recogniser {
  private static final String HISTORICAL =
      "Signed in the encoding of OMS 0.2, which was a mistake; sign it again with a tool of today.";

  private final TrustPolicy policy;
  private final Instant at;

  Recogniser(TrustPolicy policy, Instant at) {
    this.policy = policy;
    this.at = at;
  }

  /** By what the bundle says that it can be verified with. */
  Recognition bundle(Bundle bundle, Message message) {
    VerificationMaterial material = bundle.material();
    if (material instanceof Key key) {
      return keys(bundle.envelope(), message, key.hint());
    }
    return material instanceof Chain chain
        ? new CertificateRecogniser(policy, at).recognise(chain, bundle.envelope(), message)
        : new SigstoreRecogniser(policy, at).recognise(bundle);
  }

  /** By the keys of the policy; any of the signatures will do (DSSE, protocol.md). */
  Recognition envelope(Envelope envelope, Message message) {
    return keys(envelope, message, Optional.empty());
  }

  /** A hint is not signed, so all keys are tried whatever it says. */
  private Recognition keys(Envelope envelope, Message message, Optional<String> hint) {
    List<Identity> known = new ArrayList<>();
    boolean historical = false;
    for (Identity identity : policy.identities()) {
      if (identity instanceof Identity.ByKey byKey) {
        Match match = best(byKey, envelope, message);
        historical |= match == Match.HISTORICAL;
        if (match != Match.NONE) {
          known.add(identity);
        }
      }
    }
    return known.isEmpty()
        ? new Recognition.Unknown(nobody(hint))
        : new Recognition.Known(known, notes(historical));
  }

  static List<String> notes(boolean historical) {
    return historical ? List.of(HISTORICAL) : List.of();
  }

  private static Match best(Identity.ByKey identity, Envelope envelope, Message message) {
    Match best = Match.NONE;
    for (Sig sig : envelope.signatures()) {
      Match match = message.match(identity.key(), sig.sig());
      best = match.compareTo(best) < 0 ? match : best;
    }
    return best;
  }

  private Refused nobody(Optional<String> hint) {
    return hint.flatMap(this::hinted)
        .map(Recogniser::changed)
        .orElseGet(() ->
            new Refused(
                Reason.UNKNOWN_SIGNER,
                "Signed with none of the keys that %s names, or changed after it was signed."
                    .formatted(policy.source()),
                "If you trust the signer, name its public key among the identities of %s."
                    .formatted(policy.source())));
  }

  private Optional<Identity> hinted(String hint) {
    return policy.identities().stream()
        .filter(identity ->
            identity instanceof Identity.ByKey byKey && PublicKeys.hint(byKey.key()).equals(hint))
        .findFirst();
  }

  private static Refused changed(Identity identity) {
    return new Refused(
        Reason.BAD_SIGNATURE,
        "It says that %s signed it, but the signature does not fit: it was changed afterwards."
            .formatted(identity.id()),
        "Get it again from %s.".formatted(identity.name()));
  }
}
