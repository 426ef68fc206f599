package dev.countersign.attest.key;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What an encrypted key asks to be spent on its passphrase. A file that somebody else wrote could
 * ask for hours or for all memory, so that is looked at first.
 */
final class DerivationCost {
  /** Some fifteen times what OWASP asks of PBKDF2-HMAC-SHA256 (600,000): seconds. */
  private static final BigInteger MOST_ITERATIONS = BigInteger.valueOf(10_000_000);

  /** Memory that scrypt takes, 128 · N · r bytes (RFC 7914, section 2): 256 MiB. */
  private static final BigInteger MOST_SCRYPT_BYTES = BigInteger.valueOf(256L << 20);

  private static final BigInteger MOST_SCRYPT_LANES = BigInteger.valueOf(16);

  private DerivationCost() {}

  /** Refuses what costs too much, and what cannot be told. */
  static void check(AlgorithmIdentifier encryption) throws UnusableKey {
    boolean bearable;
    try {
      bearable = isBearable(encryption);
    } catch (IllegalArgumentException | ClassCastException malformed) {
      throw new UnusableKey("Its encryption is malformed.");
    }
    if (!bearable) {
      throw new UnusableKey(
          "Its encryption asks for more work or memory than any key should: at most 10,000,000"
              + " iterations, or 256 MiB for scrypt.");
    }
  }

  private static boolean isBearable(AlgorithmIdentifier encryption) {
    if (!encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      BigInteger iterations =
          PKCS12PBEParams.getInstance(encryption.getParameters()).getIterations();
      return iterations.compareTo(MOST_ITERATIONS) <= 0;
    }
    KeyDerivationFunc derivation =
        PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
    return derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)
        ? isBearableScrypt(derivation.getParameters())
        : isBearablePbkdf2(derivation.getParameters());
  }

  private static boolean isBearablePbkdf2(ASN1Encodable parameters) {
    return PBKDF2Params.getInstance(parameters).getIterationCount().compareTo(MOST_ITERATIONS) <= 0;
  }

  private static boolean isBearableScrypt(ASN1Encodable parameters) {
    ScryptParams scrypt = ScryptParams.getInstance(parameters);
    BigInteger bytes = scrypt.getCostParameter().multiply(scrypt.getBlockSize()).shiftLeft(7);
    return bytes.compareTo(MOST_SCRYPT_BYTES) <= 0
        && scrypt.getParallelizationParameter().compareTo(MOST_SCRYPT_LANES) <= 0;
  }
}
