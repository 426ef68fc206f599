package dev.countersign.attest.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the certificate of a signer has to be by itself. */
final class Leaf {
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
  private static final int DIGITAL_SIGNATURE = 0;
  private static final String ANY_USAGE = "2.5.29.37.0";

  private Leaf() {}

  static Optional<Flaw> flaw(X509Certificate leaf, Instant at) {
    Instant from = leaf.getNotBefore().toInstant();
    Instant until = leaf.getNotAfter().toInstant();
    if (at.isBefore(from)) {
      return flaw(Flaw.Kind.NOT_YET_VALID, "the certificate is valid only from %s on", from);
    }
    if (at.isAfter(until)) {
      return flaw(Flaw.Kind.EXPIRED, "the certificate ran out on %s", until);
    }
    return mayNotSign(leaf)
        ? Optional.of(
            new Flaw(
                Flaw.Kind.UNFIT,
                "the certificate's key usage does not allow digital signatures or code signing"))
        : Optional.empty();
  }

  static boolean isValid(X509Certificate certificate, Instant at) {
    return !at.isBefore(certificate.getNotBefore().toInstant())
        && !at.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Where the extensions say what the key is for, it has to be this. */
  private static boolean mayNotSign(X509Certificate leaf) {
    boolean[] usage = leaf.getKeyUsage();
    boolean forbidden = usage != null && !usage[DIGITAL_SIGNATURE];
    return forbidden || !allowsCodeSigning(leaf);
  }

  private static boolean allowsCodeSigning(X509Certificate leaf) {
    try {
      List<String> extended = leaf.getExtendedKeyUsage();
      return extended == null || extended.contains(CODE_SIGNING) || extended.contains(ANY_USAGE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static Optional<Flaw> flaw(Flaw.Kind kind, String detail, Object value) {
    return Optional.of(new Flaw(kind, detail.formatted(value)));
  }
}
