package dev.countersign.attest;

import dev.countersign.attest.trust.Role;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.node.JsonNodeFactory;

/** What tests sign, and with what. */
public final class Made {
  /** The day of all judgements. */
  public static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  /** The type of {@link #statement}. */
  public static final String TYPE = "https://example.com/claim/v1";

  private Made() {}

  /** A claim about a file. */
  public static Statement statement() {
    return new Statement(
        List.of(Subject.sha256("model.onnx", "ab".repeat(32))),
        TYPE,
        JsonNodeFactory.instance.objectNode().put("passed", true));
  }

  /** Wants such a claim from a pipeline, of the system {@code fraud}. */
  public static Purpose purpose() {
    return new Purpose(Set.of(Role.CI), Set.of(TYPE), Optional.of("fraud"), NOW);
  }

  /** A certificate that its own key signed. */
  public static X509Certificate selfSigned(KeyPair pair, String name) {
    return new Certified(name, pair).authority().by(name, pair);
  }

  /** A certificate in the making: valid from a day before {@link #NOW} to a year after. */
  public static final class Certified {
    private final String name;
    private final KeyPair pair;
    private Instant from = NOW.minus(Duration.ofDays(1));
    private Instant until = NOW.plus(Duration.ofDays(365));
    private boolean authority;
    private int usage = KeyUsage.digitalSignature;
    private KeyPurposeId purpose = KeyPurposeId.id_kp_codeSigning;
    private Optional<String> email = Optional.empty();

    public Certified(String name, KeyPair pair) {
      this.name = name;
      this.pair = pair;
    }

    public Certified authority() {
      authority = true;
      usage = KeyUsage.keyCertSign | KeyUsage.digitalSignature;
      return this;
    }

    public Certified email(String address) {
      email = Optional.of(address);
      return this;
    }

    public Certified usage(int bits) {
      usage = bits;
      return this;
    }

    public Certified purpose(KeyPurposeId id) {
      purpose = id;
      return this;
    }

    public Certified valid(Instant first, Instant last) {
      from = first;
      until = last;
      return this;
    }

    /** Signed by that authority. */
    public X509Certificate by(String issuer, KeyPair authorityPair) {
      try {
        JcaX509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                new X500Principal(issuer),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(until),
                new X500Principal(name),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (email.isPresent()) {
          GeneralName address = new GeneralName(GeneralName.rfc822Name, email.get());
          builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(address));
        }
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(authorityPair.getPrivate())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
