package dev.countersign.attest.key;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationCostTest {
  private static final byte[] SALT = new byte[16];

  @ParameterizedTest
  @ValueSource(longs = {10_000_001, Integer.MAX_VALUE, Long.MAX_VALUE})
  void aKeyThatAsksForHoursIsRefusedBeforeItsPassphraseIsAskedFor(long iterations)
      throws Exception {
    byte[] pem =
        Pem.write(
            "ENCRYPTED PRIVATE KEY",
            new EncryptedPrivateKeyInfo(pbkdf2(iterations), new byte[32]).getEncoded());
    assertThatThrownBy(() ->
            PrivateKeys.parse(
                pem,
                () -> {
                  throw new AssertionError("the passphrase was asked for");
                }))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("at most 10,000,000 iterations");
  }

  @Test
  void scryptMayNotTakeAllMemory() {
    assertThatCode(() -> DerivationCost.check(scrypt(1 << 14, 8, 1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> DerivationCost.check(scrypt(1 << 30, 8, 1)))
        .hasMessageContaining("256 MiB for scrypt");
    assertThatThrownBy(() -> DerivationCost.check(scrypt(1 << 14, 8, 1 << 20)))
        .isInstanceOf(UnusableKey.class);
  }

  @Test
  void theOlderSchemesOfPkcs12AreBoundedToo() {
    assertThatThrownBy(() ->
            DerivationCost.check(
                new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                    new PKCS12PBEParams(SALT, Integer.MAX_VALUE))))
        .isInstanceOf(UnusableKey.class);
  }

  @Test
  void whatHoldsNoParametersIsMalformed() {
    assertThatThrownBy(() ->
            DerivationCost.check(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new DEROctetString(SALT))))
        .hasMessage("Its encryption is malformed.");
  }

  private static AlgorithmIdentifier pbkdf2(long iterations) {
    return pbes2(
        new KeyDerivationFunc(
            PKCSObjectIdentifiers.id_PBKDF2, new Pbkdf2(iterations).parameters()));
  }

  private static AlgorithmIdentifier scrypt(int cost, int block, int lanes) {
    return pbes2(
        new KeyDerivationFunc(
            MiscObjectIdentifiers.id_scrypt, new ScryptParams(SALT, cost, block, lanes)));
  }

  private static AlgorithmIdentifier pbes2(KeyDerivationFunc derivation) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            derivation,
            new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
  }

  /** Bouncy Castle writes no more than an int, but reads any integer. */
  private record Pbkdf2(long iterations) {
    PBKDF2Params parameters() {
      return PBKDF2Params.getInstance(
          new DERSequence(
              new ASN1Encodable[] {
                new DEROctetString(SALT), new ASN1Integer(BigInteger.valueOf(iterations))
              }));
    }
  }
}
