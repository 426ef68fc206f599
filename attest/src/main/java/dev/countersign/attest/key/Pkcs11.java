package dev.countersign.attest.key;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Keys in hardware and software tokens, through the JDK's SunPKCS11 provider. */
public final class Pkcs11 {
  private Pkcs11() {}

  /**
   * A key in a token.
   *
   * @param privateKey a handle; the key itself stays in the token
   * @param publicKey its public half
   * @param provider through which the handle works
   * @param certificates that the token holds for it, the leaf first; may be empty
   */
  public record Key(
      PrivateKey privateKey,
      PublicKey publicKey,
      Provider provider,
      List<X509Certificate> certificates) {
    public Key {
      certificates = List.copyOf(certificates);
    }
  }
}
