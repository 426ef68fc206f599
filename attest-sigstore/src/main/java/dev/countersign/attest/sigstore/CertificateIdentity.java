package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a certificate of Sigstore names.
 *
 * @param issuer URL of the OpenID provider
 * @param subject e-mail or URI
 */
record CertificateIdentity(String issuer, String subject) {
  /** As the library reads it, which shows both to whoever asks whether they match. */
  static CertificateIdentity of(X509Certificate leaf) throws NotVerified {
    List<String> seen = new ArrayList<>();
    boolean read =
        Attempt.passes(() ->
            CertificateMatcher.fulcio()
                .subjectAlternativeName(seen::add)
                .issuer(seen::add)
                .build()
                .test(leaf));
    if (!read || seen.size() != 2 || seen.contains(null) || seen.contains("")) {
      throw NotVerified.bundle(
          Reason.UNKNOWN_SIGNER, "Its certificate names no one e-mail or URI with its issuer.");
    }
    return new CertificateIdentity(seen.get(1), seen.get(0));
  }
}
