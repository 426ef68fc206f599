package dev.countersign.cli.key;

import dev.countersign.attest.certificate.CertificateNames;
import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.KeyPairs;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Says what a file of a key or of certificates holds; of a private key only its public half. */
public final class KeyFile {
  private static final int MOST_BYTES = 1 << 20;

  private KeyFile() {}

  /**
   * A line for each thing to know.
   *
   * @param passphrase asked only for an encrypted key
   * @throws Refused if it holds neither
   */
  public static List<Field> describe(Path file, Passphrase passphrase) {
    byte[] bytes = read(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      if (text.contains("PRIVATE KEY-----")) {
        PublicKey key =
            KeyPairs.publicKey(PrivateKeys.parse(bytes, passphrase.unlocking(file.toString())));
        return key("private key", key);
      }
      return text.contains("-----BEGIN CERTIFICATE-----")
          ? certificates(Certificates.parse(bytes))
          : key("public key", PublicKeys.parse(bytes));
    } catch (UnusableKey | UnusableCertificate unusable) {
      throw new Refused(file + ": " + unusable.getMessage());
    }
  }

  /** The same for a public key. */
  public static List<Field> key(String what, PublicKey key) {
    return List.of(
        new Field("kind", KeyKind.of(key).map(KeyKind::title).orElse("unknown") + " " + what),
        new Field("fingerprint", "sha256:" + PublicKeys.fingerprint(key)),
        new Field("OMS hint", PublicKeys.hint(key)));
  }

  private static List<Field> certificates(List<X509Certificate> certificates) {
    List<Field> fields = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      fields.add(new Field("certificate", certificate.getSubjectX500Principal().getName()));
      fields.add(new Field("names", String.join(", ", CertificateNames.of(certificate))));
      fields.add(new Field("issuer", certificate.getIssuerX500Principal().getName()));
      fields.add(
          new Field(
              "valid",
              day(certificate.getNotBefore().toInstant())
                  + " to "
                  + day(certificate.getNotAfter().toInstant())));
      fields.addAll(key("public key", certificate.getPublicKey()));
    }
    return fields;
  }

  private static LocalDate day(java.time.Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refused(file + " is larger than 1 MiB, so it is no key.");
      }
      return bytes;
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  /** Something to know, with its name. */
  public record Field(String name, String value) {}
}
