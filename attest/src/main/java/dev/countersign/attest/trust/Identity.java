package dev.countersign.attest.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Somebody or something that can be recognised by a signature. */
public sealed interface Identity {
  /** The id in the trust policy, for example {@code ada}. */
  String id();

  /** What people call it, for example {@code Ada Lovelace}. */
  String name();

  /** Recognised by a public key. */
  record ByKey(String id, String name, PublicKey key) implements Identity {}

  /**
   * Recognised by a certificate that one of these authorities issued.
   *
   * @param authorities trust anchors
   * @param subject what the leaf has to name: an e-mail, URI or DNS name among the alternative
   *     names, or the whole distinguished name in RFC 2253 form; compared to the letter
   */
  record ByCertificate(String id, String name, List<X509Certificate> authorities, String subject)
      implements Identity {
    public ByCertificate {
      authorities = List.copyOf(authorities);
    }
  }

  /**
   * Recognised by a Sigstore certificate.
   *
   * @param issuer URL of the OpenID provider that vouched for the subject
   * @param subject e-mail or URI, compared to the letter
   */
  record BySigstore(String id, String name, String issuer, String subject) implements Identity {}
}
