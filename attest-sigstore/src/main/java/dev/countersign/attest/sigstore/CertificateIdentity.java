package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whom a certificate of Sigstore names.
 *
 * @param issuer URL of the OpenID provider
 * @param subject e-mail or URI
 */
record CertificateIdentity(String issuer, String subject) {
  /** As the library reads it, which shows both to whoever asks whether they match. */
  static CertificateIdentity of(X509Certificate leaf) throws NotVerified {
    AtomicReference<String> issuer = new AtomicReference<>("");
    AtomicReference<String> subject = new AtomicReference<>("");
    boolean named =
        Attempt.passes(() ->
            CertificateMatcher.fulcio()
                .issuer(value -> keep(issuer, value))
                .subjectAlternativeName(value -> keep(subject, value))
                .build()
                .test(leaf));
    if (!named || issuer.get().isBlank() || subject.get().isBlank()) {
      throw NotVerified.bundle(
          Reason.UNKNOWN_SIGNER, "Its certificate names no one e-mail or URI with its issuer.");
    }
    return new CertificateIdentity(issuer.get(), subject.get());
  }

  private static boolean keep(AtomicReference<String> slot, String value) {
    slot.set(value);
    return true;
  }
}
