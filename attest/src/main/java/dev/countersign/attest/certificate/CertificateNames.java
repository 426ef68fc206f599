package dev.countersign.attest.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Whom a certificate names. */
public final class CertificateNames {
  /** rfc822Name, dNSName and uniformResourceIdentifier of RFC 5280, section 4.2.1.6. */
  private static final Set<Integer> KINDS = Set.of(1, 2, 6);

  private CertificateNames() {}

  /** Its e-mail, DNS and URI names, and its distinguished name where there is one. */
  public static List<String> of(X509Certificate certificate) {
    return Stream.concat(alternatives(certificate), Stream.of(distinguished(certificate)))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** The distinguished name in RFC 2253 form. */
  public static String distinguished(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
  }

  private static Stream<String> alternatives(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? Stream.of()
          : names.stream()
              .filter(name -> KINDS.contains(name.get(0)))
              .map(n -> n.get(1).toString());
    } catch (CertificateParsingException e) {
      return Stream.of();
    }
  }
}
