package dev.countersign.attest.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;

/** Finds the public half of a private key. */
public final class KeyPairs {
  private KeyPairs() {}

  /** The public key that belongs to it. */
  public static PublicKey publicKey(PrivateKey key) throws UnusableKey {
    try {
      if (key instanceof ECPrivateKey ec) {
        return ec(ec);
      }
      if (key instanceof EdECPrivateKey ed) {
        return ed(ed);
      }
      if (key instanceof RSAPrivateCrtKey rsa) {
        return rsa(rsa);
      }
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new UnusableKey("The public key cannot be worked out from the private key.");
    }
    throw new UnusableKey("It is a private key of a kind that is not supported.");
  }

  private static PublicKey ec(ECPrivateKey key) throws GeneralSecurityException {
    org.bouncycastle.math.ec.ECPoint point =
        EC5Util.convertSpec(key.getParams()).getG().multiply(key.getS()).normalize();
    BigInteger x = point.getAffineXCoord().toBigInteger();
    BigInteger y = point.getAffineYCoord().toBigInteger();
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), key.getParams()));
  }

  private static PublicKey ed(EdECPrivateKey key) throws GeneralSecurityException, IOException {
    Optional<byte[]> seed = key.getBytes();
    Ed25519PrivateKeyParameters parameters = new Ed25519PrivateKeyParameters(seed.orElseThrow());
    byte[] der =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parameters.generatePublicKey())
            .getEncoded();
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  private static PublicKey rsa(RSAPrivateCrtKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
  }
}
