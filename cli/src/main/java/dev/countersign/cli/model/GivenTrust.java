package dev.countersign.cli.model;

import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.certificate.CertificateNames;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.oms.BundleFile;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom options of the command line trust: in every role, of everything. */
public final class GivenTrust {
  private GivenTrust() {}

  /**
   * Whoever has this key.
   *
   * @throws Refused if it cannot be read
   */
  public static TrustPolicy key(Path file) {
    try {
      return TrustPolicy.keyFile(file);
    } catch (UnusableKey wrong) {
      throw new Refused(file + " cannot be used: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  /**
   * Whoever has a certificate of these authorities.
   *
   * @param subject in whose name; empty for anybody, and then the bundle says who it is
   * @throws Refused if one cannot be read
   */
  public static TrustPolicy authorities(List<Path> files, Optional<String> subject, Path bundle) {
    List<X509Certificate> authorities =
        files.stream().flatMap(file -> SigningKeys.certificates(file).stream()).toList();
    String source = "--ca " + files.getFirst();
    return subject
        .or(() -> leaf(bundle))
        .map(name ->
            everything(
                source,
                new Identity.ByCertificate("signer", name, authorities, name),
                Optional.empty()))
        .orElseGet(() -> TrustPolicy.nobody(source));
  }

  /** Whoever an OpenID provider calls so. */
  public static TrustPolicy sigstore(String issuer, String subject, Optional<Path> root) {
    return everything(
        "--identity " + subject, new Identity.BySigstore("signer", subject, issuer, subject), root);
  }

  private static TrustPolicy everything(String source, Identity identity, Optional<Path> root) {
    Rule rule =
        new Rule(
            identity.id(),
            Set.of(Role.values()),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            source);
    return new TrustPolicy(source, List.of(identity), List.of(rule), root);
  }

  /** The signer's name; what is wrong with the bundle the verification will say. */
  private static Optional<String> leaf(Path bundle) {
    try {
      return BundleFile.read(bundle).material() instanceof VerificationMaterial.Chain chain
          ? CertificateNames.of(chain.leaf()).stream().findFirst()
          : Optional.empty();
    } catch (IOException | MalformedBundle later) {
      return Optional.empty();
    }
  }
}
