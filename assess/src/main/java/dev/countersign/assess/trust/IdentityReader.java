package dev.countersign.assess.trust;

import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.trust.Identity;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the entries of {@code identities}. */
final class IdentityReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final String MEANS = "key, certificate or sigstore";

  private final MaterialFiles material;
  private final Problems problems;
  private final Map<String, String> known = new HashMap<>();

  IdentityReader(MaterialFiles material, Problems problems) {
    this.material = material;
    this.problems = problems;
  }

  Optional<Identity> read(Entry entry) {
    checkId(entry.key());
    MapReader map =
        MapReader.of(entry.value(), "an identity, such as { name: …, key: FILE }", problems);
    if (!(entry.value() instanceof Mapping)) {
      return Optional.empty();
    }
    String id = entry.key().text();
    String name = map.text("name").orElse(id);
    Optional<YamlNode> key = map.node("key");
    Optional<YamlNode> certificate = map.node("certificate");
    Optional<YamlNode> sigstore = map.node("sigstore");
    map.done();
    if (Stream.of(key, certificate, sigstore).filter(Optional::isPresent).count() != 1) {
      return notOneMeans(entry.key());
    }
    return key.flatMap(node -> byKey(id, name, node))
        .or(() -> certificate.flatMap(node -> byCertificate(id, name, node)))
        .or(() -> sigstore.flatMap(node -> bySigstore(id, name, node)));
  }

  /** Two identities that are recognised by the same could be one person in two roles. */
  void refuseTwin(Identity identity, Scalar at) {
    for (String mark : marks(identity)) {
      String other = known.putIfAbsent(mark, identity.id());
      if (other != null) {
        problems.add(
            "same-identity",
            at.span(),
            "%s is recognised by the same as %s"
                .formatted(Problems.quote(identity.id()), Problems.quote(other)),
            "a key, or a subject, of its own for each identity",
            "Two roles could be one person: make another key with 'countersign keys new', or"
                + " remove one of the two.");
        return;
      }
    }
  }

  private static List<String> marks(Identity identity) {
    return switch (identity) {
      case Identity.ByKey key -> List.of("key " + PublicKeys.fingerprint(key.key()));
      case Identity.BySigstore by -> List.of("sigstore " + by.issuer() + " " + by.subject());
      case Identity.ByCertificate by ->
          by.authorities().stream()
              .map(authority ->
                  PublicKeys.fingerprint(authority.getPublicKey()) + " " + by.subject())
              .distinct()
              .toList();
    };
  }

  private void checkId(Scalar key) {
    if (!ID.matcher(key.text()).matches()) {
      problems.add(
          "bad-id",
          key.span(),
          Problems.quote(key.text()) + " cannot be the id of an identity",
          "at most 64 letters, digits, '.', '_' and '-'",
          "Write a short id here, and the whole name under name.");
    }
  }

  private Optional<Identity> notOneMeans(Scalar key) {
    problems.add(
        "identity-means",
        key.span(),
        "it must be said how " + Problems.quote(key.text()) + " is recognised, in one way",
        "exactly one of " + MEANS,
        "Somebody with two keys is two identities, each with its rules.");
    return Optional.empty();
  }

  private Optional<Identity> byKey(String id, String name, YamlNode node) {
    return scalar(node, "the path of a PEM file, or a public key in PEM")
        .flatMap(value -> material.bytes(value).flatMap(pem -> key(value, pem)))
        .map(key -> new Identity.ByKey(id, name, key));
  }

  private Optional<PublicKey> key(Scalar value, byte[] pem) {
    try {
      PublicKey key = PublicKeys.parse(pem);
      if (KeyKind.of(key).filter(kind -> kind != KeyKind.RSA).isPresent()) {
        return Optional.of(key);
      }
      return badKey(value, "It is an RSA key.");
    } catch (UnusableKey e) {
      return badKey(value, String.valueOf(e.getMessage()));
    }
  }

  private Optional<PublicKey> badKey(Scalar value, String why) {
    problems.add(
        "bad-key",
        value.span(),
        "the key cannot be trusted: " + phrase(why),
        "a public key in PEM: ECDSA on P-256, P-384 or P-521, or Ed25519",
        "Make one with 'countersign keys new' and name the file that ends in .pub.pem.");
    return Optional.empty();
  }

  private Optional<Identity> byCertificate(String id, String name, YamlNode node) {
    MapReader map = MapReader.of(node, "{ authorities: [FILE], subject: NAME }", problems);
    if (node instanceof Mapping) {
      map.required("authorities", "the certificates of the authorities that vouch for it")
          .required("subject", "the e-mail, URI or name that its certificate has to hold");
    }
    List<Scalar> files = map.scalars("authorities");
    Optional<String> subject = map.text("subject");
    map.done();
    List<X509Certificate> authorities = new ArrayList<>();
    files.forEach(
        file -> material.bytes(file).ifPresent(pem -> authorities(file, pem, authorities)));
    return subject
        .filter(named -> !authorities.isEmpty())
        .map(named -> new Identity.ByCertificate(id, name, authorities, named));
  }

  private void authorities(Scalar file, byte[] pem, List<X509Certificate> found) {
    try {
      for (X509Certificate authority : Certificates.parse(pem)) {
        checkAuthority(file, authority);
        found.add(authority);
      }
    } catch (UnusableCertificate e) {
      badAuthority(file, phrase(String.valueOf(e.getMessage())));
    }
  }

  private void checkAuthority(Scalar file, X509Certificate authority) {
    String subject = authority.getSubjectX500Principal().getName();
    if (authority.getBasicConstraints() < 0) {
      badAuthority(file, subject + " is no certificate authority");
    } else if (KeyKind.of(authority.getPublicKey()).isEmpty()) {
      badAuthority(file, "the key of " + subject + " is weak or of an unknown kind");
    }
  }

  private void badAuthority(Scalar file, String why) {
    problems.add(
        "bad-certificate",
        file.span(),
        "the authority cannot be trusted: " + why,
        "certificates of authorities in PEM, with keys of P-256, Ed25519, RSA 2048 or stronger",
        "Name the file with the certificate of the authority, not that of the person.");
  }

  private Optional<Identity> bySigstore(String id, String name, YamlNode node) {
    MapReader map = MapReader.of(node, "{ issuer: URL, subject: NAME }", problems);
    if (node instanceof Mapping) {
      map.required("issuer", "the URL of the OpenID provider that vouches for the subject")
          .required("subject", "the e-mail or URI in the certificate, to the letter");
    }
    Optional<Scalar> issuer = map.scalar("issuer").filter(this::isUrl);
    Optional<String> subject = map.text("subject");
    map.done();
    return issuer.flatMap(
        url -> subject.map(named -> new Identity.BySigstore(id, name, url.text(), named)));
  }

  private boolean isUrl(Scalar value) {
    if (value.text().startsWith("https://")) {
      return true;
    }
    problems.expected(
        value, "a URL that begins with https://", "Write it as the provider's token names it.");
    return false;
  }

  private Optional<Scalar> scalar(YamlNode node, String expected) {
    if (node instanceof Scalar value && !value.isNull() && !value.text().isBlank()) {
      return Optional.of(value);
    }
    problems.expected(node, expected, "Write it, or leave the identity out.");
    return Optional.empty();
  }

  /** A sentence within another. */
  private static String phrase(String sentence) {
    String body = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return body.startsWith("It ") ? "it " + body.substring(3) : body;
  }
}
