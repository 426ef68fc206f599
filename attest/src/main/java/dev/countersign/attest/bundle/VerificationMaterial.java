package dev.countersign.attest.bundle;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a bundle says that it can be verified with. None of it is trusted by being there. */
public sealed interface VerificationMaterial {
  /**
   * A key that the verifier has to have.
   *
   * @param hint which one; OMS and Countersign write {@link
   *     dev.countersign.attest.key.PublicKeys#hint}
   * @param rawBytes the key itself, as OMS wrote it before version 1.0
   */
  record Key(Optional<String> hint, Optional<byte[]> rawBytes) implements VerificationMaterial {}

  /**
   * A certificate and those above it.
   *
   * @param certificates the leaf first; 1 to 16; the root may be among them
   */
  record Chain(List<X509Certificate> certificates) implements VerificationMaterial {
    public Chain {
      certificates = List.copyOf(certificates);
    }

    /** The certificate of whoever signed. */
    public X509Certificate leaf() {
      return certificates.get(0);
    }
  }

  /**
   * A certificate of Sigstore's authority, with entries of its transparency log.
   *
   * @param leaf the certificate of whoever signed
   */
  record Sigstore(X509Certificate leaf) implements VerificationMaterial {}
}
