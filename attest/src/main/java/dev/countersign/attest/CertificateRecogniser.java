package dev.countersign.attest;

import dev.countersign.attest.Message.Match;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.VerificationMaterial.Chain;
import dev.countersign.attest.certificate.CertificateNames;
import dev.countersign.attest.certificate.CertificatePath;
import dev.countersign.attest.certificate.Flaw;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.TrustPolicy;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds out whose certificate signed. */
final class CertificateRecogniser {
  private final TrustPolicy policy;
  private final Instant at;

  CertificateRecogniser(TrustPolicy policy, Instant at) {
    this.policy = policy;
    this.at = at;
  }

  Recognition recognise(Chain chain, Envelope envelope, Message message) {
    Match match = message.match(chain.leaf().getPublicKey(), envelope.signatures().get(0).sig());
    if (match == Match.NONE) {
      return new Recognition.Unknown(
          new Refused(
              Reason.BAD_SIGNATURE,
              "The signature does not fit the certificate: it was changed afterwards.",
              "Get it again from whoever signed it."));
    }
    return known(chain, Recogniser.notes(match == Match.HISTORICAL));
  }

  private Recognition known(Chain chain, List<String> notes) {
    List<Identity> named = named(chain.leaf());
    List<Identity> known = new ArrayList<>();
    List<Flaw> flaws = new ArrayList<>();
    for (Identity identity : named) {
      CertificatePath.check(
              chain.certificates(), ((Identity.ByCertificate) identity).authorities(), at)
          .ifPresentOrElse(flaws::add, () -> known.add(identity));
    }
    if (!known.isEmpty()) {
      return new Recognition.Known(known, notes);
    }
    return new Recognition.Unknown(
        flaws.isEmpty() ? unnamed(chain.leaf()) : refused(flaws.get(0), named.get(0)));
  }

  private List<Identity> named(X509Certificate leaf) {
    List<String> names = CertificateNames.of(leaf);
    return policy.identities().stream()
        .filter(identity ->
            identity instanceof Identity.ByCertificate certificate
                && names.contains(certificate.subject()))
        .toList();
  }

  private Refused unnamed(X509Certificate leaf) {
    return new Refused(
        Reason.UNKNOWN_SIGNER,
        "Signed with a certificate of %s, which no identity of %s names."
            .formatted(String.join(", ", CertificateNames.of(leaf)), policy.source()),
        "If you trust the signer, name authority and subject among the identities of %s."
            .formatted(policy.source()));
  }

  private static Refused refused(Flaw flaw, Identity identity) {
    return new Refused(
        reason(flaw.kind()),
        "Signed with a certificate in the name of %s, but %s."
            .formatted(identity.id(), flaw.detail()),
        "Have it signed again with a certificate that is valid and that one of its authorities issued.");
  }

  private static Reason reason(Flaw.Kind kind) {
    return switch (kind) {
      case EXPIRED -> Reason.EXPIRED;
      case NOT_YET_VALID -> Reason.NOT_YET_VALID;
      case UNFIT, UNTRUSTED -> Reason.UNKNOWN_SIGNER;
    };
  }
}
