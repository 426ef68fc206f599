package dev.countersign.cli.trust;

import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.TrustReader;
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
import dev.countersign.cli.model.SigningKeys;
import dev.countersign.model.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the command line trusts: by a policy, or somebody named, in every role and of everything.
 */
public final class GivenTrust {
  private GivenTrust() {}

  /**
   * Whom a trust policy admits.
   *
   * @throws Refused if it cannot be used
   */
  public static TrustPolicy file(Path policy) {
    TrustReader.Result result = TrustReader.read(policy);
    return result
        .trusted()
        .orElseThrow(() ->
            new Refused(
                "the trust policy cannot be used:\n"
                    + ProblemText.render(result.problems()).stripTrailing()))
        .policy();
  }

  /**
   * Whom the nearest trust policy admits: in the folder or above it, inside the repository. Nobody
   * where there is none.
   *
   * @throws Refused if it cannot be used
   */
  public static TrustPolicy nearest(Path folder) {
    return TrustFile.find(folder)
        .map(GivenTrust::file)
        .orElseGet(() -> TrustPolicy.nobody("no trust policy"));
  }

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
