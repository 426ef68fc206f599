package dev.countersign.attest.key;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that sign and verify, each with its one way to sign, by the Sigstore algorithm registry.
 * RSA (2048 to 8192 bits) is for certificates and hardware that exist already; no such key is made.
 */
public enum KeyKind {
  P256("p256", "P-256", "secp256r1", "SHA256withECDSA"),
  P384("p384", "P-384", "secp384r1", "SHA384withECDSA"),
  P521("p521", "P-521", "secp521r1", "SHA512withECDSA"),
  ED25519("ed25519", "Ed25519", "", "Ed25519"),
  RSA("rsa", "RSA", "", "SHA256withRSA");

  private final String word;
  private final String title;
  private final String curve;
  private final String signature;

  KeyKind(String word, String title, String curve, String signature) {
    this.word = word;
    this.title = title;
    this.curve = curve;
    this.signature = signature;
  }

  /** The word on the command line: {@code p256}. */
  public String word() {
    return word;
  }

  /** How standards call it: {@code P-256}. */
  public String title() {
    return title;
  }

  /** The JDK's name of the signature algorithm. */
  public String signatureAlgorithm() {
    return signature;
  }

  /** The JDK's name of the curve; empty for keys that are not ECDSA's. */
  Optional<String> curve() {
    return Optional.of(curve).filter(name -> !name.isEmpty());
  }

  /** The kind of that word. */
  public static Optional<KeyKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** The kind of that key; empty if it is none of them. */
  public static Optional<KeyKind> of(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      return Stream.of(values()).filter(kind -> kind.hasCurve(ec.getParams())).findFirst();
    }
    if (key instanceof EdECPublicKey ed) {
      return Optional.of(ED25519).filter(kind -> ed.getParams().getName().equals("Ed25519"));
    }
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return Optional.of(RSA).filter(kind -> bits >= 2048 && bits <= 8192);
    }
    return Optional.empty();
  }

  private boolean hasCurve(ECParameterSpec key) {
    return curve()
        .map(KeyKind::parameters)
        .filter(named ->
            named.getCurve().equals(key.getCurve())
                && named.getGenerator().equals(key.getGenerator())
                && named.getOrder().equals(key.getOrder())
                && named.getCofactor() == key.getCofactor())
        .isPresent();
  }

  private static ECParameterSpec parameters(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks the curve " + curve, e);
    }
  }
}
