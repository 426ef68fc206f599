package dev.countersign.attest.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether an authority stands behind a certificate (RFC 5280, section 6), without asking anybody
 * over the network whether it has been revoked.
 */
public final class CertificatePath {
  /** More steps than any authority needs. */
  private static final int MOST_STEPS = 8;

  private CertificatePath() {}

  /**
   * Checks the leaf at that moment.
   *
   * @param chain the leaf first; the others may help to find the path
   * @param authorities those that are self-signed are trust anchors, the others may help; if none
   *     is self-signed, all are trust anchors
   * @return what is wrong; empty if nothing is
   */
  public static Optional<Flaw> check(
      List<X509Certificate> chain, List<X509Certificate> authorities, Instant at) {
    X509Certificate leaf = chain.get(0);
    return Leaf.flaw(leaf, at).or(() -> path(leaf, chain, authorities, at));
  }

  private static Optional<Flaw> path(
      X509Certificate leaf,
      List<X509Certificate> chain,
      List<X509Certificate> authorities,
      Instant at) {
    List<X509Certificate> anchors = anchors(authorities);
    if (anchors.contains(leaf)) {
      return Optional.empty();
    }
    List<X509Certificate> valid = anchors.stream().filter(a -> Leaf.isValid(a, at)).toList();
    if (builds(leaf, help(chain, authorities), valid, at)) {
      return Optional.empty();
    }
    return Optional.of(
        new Flaw(
            Flaw.Kind.UNTRUSTED,
            "no valid path leads from the certificate of \"%s\" to the authorities"
                .formatted(CertificateNames.distinguished(leaf))));
  }

  private static List<X509Certificate> anchors(List<X509Certificate> authorities) {
    List<X509Certificate> selfSigned =
        authorities.stream().filter(CertificatePath::isSelfSigned).toList();
    return selfSigned.isEmpty() ? authorities : selfSigned;
  }

  private static List<X509Certificate> help(
      List<X509Certificate> chain, List<X509Certificate> authorities) {
    return Stream.concat(chain.stream(), authorities.stream()).distinct().toList();
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean builds(
      X509Certificate leaf, List<X509Certificate> help, List<X509Certificate> anchors, Instant at) {
    if (anchors.isEmpty()) {
      return false;
    }
    try {
      CertPathBuilder.getInstance("PKIX").build(parameters(leaf, help, anchors, at));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PKIXBuilderParameters parameters(
      X509Certificate leaf, List<X509Certificate> help, List<X509Certificate> anchors, Instant at)
      throws GeneralSecurityException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(leaf);
    Set<TrustAnchor> trusted =
        anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(help)));
    parameters.setDate(Date.from(at));
    // Revocation would need the network, which a verification never touches.
    parameters.setRevocationEnabled(false);
    parameters.setMaxPathLength(MOST_STEPS);
    return parameters;
  }
}
