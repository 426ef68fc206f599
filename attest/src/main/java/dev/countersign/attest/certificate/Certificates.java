package dev.countersign.attest.certificate;

import dev.countersign.attest.key.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates. */
public final class Certificates {
  /** Longer chains are not looked at: building paths through many certificates takes long. */
  public static final int MOST = 16;

  private static final int MOST_BYTES = 1 << 16;

  /** Authorities of a whole operating system are a few hundred. */
  private static final int MOST_IN_A_FILE = 1_000;

  private Certificates() {}

  /**
   * Reads a file of one or more certificates in PEM, or of one in DER.
   *
   * @throws IOException if it cannot be read
   */
  public static List<X509Certificate> read(Path file) throws IOException, UnusableCertificate {
    return parse(Pem.file(file));
  }

  /** Reads one or more certificates in PEM, or one in DER, in their order. */
  public static List<X509Certificate> parse(byte[] pem) throws UnusableCertificate {
    List<Pem> blocks =
        Pem.blocks(pem).stream().filter(block -> block.label().equals("CERTIFICATE")).toList();
    if (blocks.size() > MOST_IN_A_FILE) {
      throw new UnusableCertificate(
          "It holds %d certificates; at most %d are read."
              .formatted(blocks.size(), MOST_IN_A_FILE));
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : blocks) {
      certificates.add(der(block.der()));
    }
    return blocks.isEmpty() ? List.of(single(pem)) : List.copyOf(certificates);
  }

  /** Reads a certificate in DER. */
  public static X509Certificate der(byte[] der) throws UnusableCertificate {
    if (der.length > MOST_BYTES) {
      throw new UnusableCertificate(
          "The certificate is larger than %d bytes.".formatted(MOST_BYTES));
    }
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | RuntimeException e) {
      // Hostile ASN.1 shows as either.
      throw new UnusableCertificate("It is no X.509 certificate that can be read.");
    }
  }

  private static X509Certificate single(byte[] der) throws UnusableCertificate {
    if (der.length == 0 || der[0] != 0x30) {
      throw new UnusableCertificate(
          "It holds no certificate in PEM (-----BEGIN CERTIFICATE-----).");
    }
    return der(der);
  }
}
