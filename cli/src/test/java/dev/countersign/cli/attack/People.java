package dev.countersign.cli.attack;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Who signs: Ada leads the model, Ben security, Dana is steward of data, and Eve is nobody. The
 * pipeline has a certificate of the bank's authority.
 */
final class People {
  static final String PIPELINE = "release@desk.example";

  private static final String AUTHORITY = "CN=Desk CA";

  private final Map<String, KeyPair> pairs =
      Stream.of("ada", "ben", "dana", "eve", "authority", "pipeline")
          .collect(Collectors.toMap(name -> name, name -> NewKeys.generate(KeyKind.P256)));

  KeyPair pair(String name) {
    KeyPair pair = pairs.get(name);
    if (pair == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return pair;
  }

  Signer signer(String name) {
    return Signers.key(pair(name).getPrivate(), pair(name).getPublic());
  }

  /** The pipeline, by a certificate that is valid from the start of a day to that of another. */
  Signer pipeline(LocalDate from, LocalDate until) {
    X509Certificate leaf = certificate("CN=Pipeline", "pipeline", from, until);
    return Signers.certificate(pair("pipeline").getPrivate(), List.of(leaf));
  }

  X509Certificate authority() {
    return certificate(AUTHORITY, "authority", LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1));
  }

  private X509Certificate certificate(String name, String who, LocalDate from, LocalDate until) {
    boolean authority = who.equals("authority");
    int usage = authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Principal(AUTHORITY),
              BigInteger.valueOf(System.nanoTime()),
              Date.from(start(from)),
              Date.from(start(until)),
              new X500Principal(name),
              pair(who).getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (!authority) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.rfc822Name, PIPELINE)));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .build(pair("authority").getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
