package dev.countersign.assess.signoff;

import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.provenance.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The digest of whose word counts for what: changes with any identity or rule, never with their
 * order or layout.
 */
public final class TrustDigest {
  private TrustDigest() {}

  /** {@code sha256:…} of a policy. */
  public static String of(TrustPolicy policy) {
    TreeSet<String> lines = new TreeSet<>();
    policy.identities().forEach(identity -> lines.add(line(identity)));
    policy.rules().forEach(rule -> lines.add(line(rule)));
    String text = "countersign trust 1\n" + String.join("\n", lines) + "\n";
    return "sha256:" + Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Identity identity) {
    return switch (identity) {
      case Identity.ByKey by ->
          joined("identity", by.id(), "key", PublicKeys.fingerprint(by.key()));
      case Identity.ByCertificate by ->
          joined(
              "identity",
              by.id(),
              "certificate",
              by.subject(),
              String.join(
                  ",", by.authorities().stream().map(TrustDigest::print).sorted().toList()));
      case Identity.BySigstore by ->
          joined("identity", by.id(), "sigstore", by.issuer(), by.subject());
    };
  }

  private static String line(Rule rule) {
    return joined(
        "rule",
        rule.identity(),
        sorted(rule.roles().stream().map(Role::word).toList()),
        sorted(List.copyOf(rule.predicateTypes())),
        sorted(List.copyOf(rule.systems())),
        rule.from().map(Object::toString).orElse(""),
        rule.until().map(Object::toString).orElse(""));
  }

  private static String sorted(List<String> texts) {
    return String.join(",", texts.stream().sorted().toList());
  }

  /** Each text with its length before it, so that no two run into each other. */
  private static String joined(String... texts) {
    List<String> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(text.length() + ":" + text);
    }
    return String.join(" ", parts);
  }

  private static String print(X509Certificate certificate) {
    try {
      return Sha256.of(certificate.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate that was read has a form", impossible);
    }
  }
}
