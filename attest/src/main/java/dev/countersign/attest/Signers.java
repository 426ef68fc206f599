package dev.countersign.attest;

import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.certificate.CertificateNames;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.Pkcs11;
import dev.countersign.attest.key.PublicKeys;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Makes signers. */
public final class Signers {
  private Signers() {}

  /**
   * Signs with a key pair.
   *
   * @throws IllegalArgumentException if the key is of no kind that is supported
   */
  public static Signer key(PrivateKey key, PublicKey publicKey) {
    return key(key, publicKey, Optional.empty());
  }

  /**
   * Signs with a key for which there is a certificate.
   *
   * @param leafFirst the certificate, then those above it; the root may be among them
   * @throws IllegalArgumentException if there is none, or its key is of no kind that is supported
   */
  public static Signer certificate(PrivateKey key, List<X509Certificate> leafFirst) {
    return certificate(key, leafFirst, Optional.empty());
  }

  /**
   * Signs with a key in a token.
   *
   * @param token where it is, opened
   * @param leafFirst the certificate, then those above it; empty to sign with the key alone
   */
  public static Signer pkcs11(Pkcs11.Key token, List<X509Certificate> leafFirst) {
    Optional<Provider> provider = Optional.of(token.provider());
    return leafFirst.isEmpty()
        ? key(token.privateKey(), token.publicKey(), provider)
        : certificate(token.privateKey(), leafFirst, provider);
  }

  /**
   * Signs with the identity that an OpenID provider vouches for. Needs the network.
   *
   * @throws SigningFailed if the plug-in is not installed
   */
  public static Signer sigstore(SigstoreService.SigningOptions options) throws SigningFailed {
    SigstoreService service =
        SigstoreService.installed()
            .orElseThrow(() ->
                new SigningFailed(
                    "Signing with Sigstore needs the module countersign-attest-sigstore,"
                        + " which is not installed."));
    return service.signer(options);
  }

  private static Signer key(PrivateKey key, PublicKey publicKey, Optional<Provider> provider) {
    KeyKind kind = kind(publicKey);
    VerificationMaterial material =
        new VerificationMaterial.Key(Optional.of(PublicKeys.hint(publicKey)), Optional.empty());
    String description = "the %s key %s".formatted(kind.title(), fingerprint(publicKey));
    return new KeySigner(key, publicKey, kind, provider, material, description);
  }

  private static Signer certificate(
      PrivateKey key, List<X509Certificate> leafFirst, Optional<Provider> provider) {
    if (leafFirst.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    X509Certificate leaf = leafFirst.get(0);
    VerificationMaterial material = new VerificationMaterial.Chain(leafFirst);
    String description = "the certificate of " + CertificateNames.of(leaf).get(0);
    return new KeySigner(
        key, leaf.getPublicKey(), kind(leaf.getPublicKey()), provider, material, description);
  }

  private static KeyKind kind(PublicKey key) {
    return KeyKind.of(key)
        .orElseThrow(() -> new IllegalArgumentException("a key of a kind that is not supported"));
  }

  private static String fingerprint(PublicKey key) {
    return PublicKeys.fingerprint(key).substring(0, 16) + "…";
  }
}
