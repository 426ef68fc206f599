package dev.countersign.attest.bundle;

import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.dsse.Base64Text;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads {@code verificationMaterial}. */
final class MaterialReader {
  private static final List<String> KINDS =
      List.of("publicKey", "x509CertificateChain", "certificate");

  private MaterialReader() {}

  static VerificationMaterial read(JsonNode json) throws MalformedBundle {
    List<String> present = KINDS.stream().filter(json::has).toList();
    if (present.size() != 1) {
      throw new MalformedBundle(
          "\"verificationMaterial\" holds %s; exactly one of publicKey, x509CertificateChain and"
                  .formatted(
                      present.isEmpty() ? "nothing to verify with" : String.join(", ", present))
              + " certificate was expected.");
    }
    JsonNode material = json.path(present.get(0));
    if (!material.isObject()) {
      throw new MalformedBundle("\"%s\" is no object.".formatted(present.get(0)));
    }
    if (present.get(0).equals("publicKey")) {
      return key(material);
    }
    boolean logged = json.path("tlogEntries").isArray() && !json.path("tlogEntries").isEmpty();
    return present.get(0).equals("certificate") ? sigstore(material) : chain(material, logged);
  }

  private static VerificationMaterial key(JsonNode json) throws MalformedBundle {
    Optional<String> hint = text(json, "hint");
    Optional<String> raw = text(json, "rawBytes");
    return new VerificationMaterial.Key(
        hint, raw.isPresent() ? Optional.of(bytes(raw.get())) : Optional.empty());
  }

  private static VerificationMaterial sigstore(JsonNode json) throws MalformedBundle {
    return new VerificationMaterial.Sigstore(certificate(json));
  }

  /** Before version 0.3 Sigstore, too, gave a chain; then there are entries of its log. */
  private static VerificationMaterial chain(JsonNode json, boolean logged) throws MalformedBundle {
    JsonNode list = json.path("certificates");
    if (!list.isArray() || list.isEmpty() || list.size() > Certificates.MOST) {
      throw new MalformedBundle(
          "\"x509CertificateChain\" needs a list \"certificates\" of 1 to %d."
              .formatted(Certificates.MOST));
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (JsonNode item : list) {
      chain.add(certificate(item));
    }
    return logged
        ? new VerificationMaterial.Sigstore(chain.get(0))
        : new VerificationMaterial.Chain(chain);
  }

  private static X509Certificate certificate(JsonNode json) throws MalformedBundle {
    Optional<String> raw = text(json, "rawBytes");
    if (raw.isEmpty()) {
      throw new MalformedBundle("A certificate of the bundle has no \"rawBytes\".");
    }
    try {
      return Certificates.der(bytes(raw.get()));
    } catch (UnusableCertificate e) {
      throw new MalformedBundle("A certificate of the bundle is unreadable: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonNode json, String name) throws MalformedBundle {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new MalformedBundle("\"%s\" is no text.".formatted(name));
    }
    return Stream.of(value.stringValue()).filter(text -> !text.isEmpty()).findFirst();
  }

  private static byte[] bytes(String text) throws MalformedBundle {
    try {
      return Base64Text.decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedBundle("\"rawBytes\" is no strict Base64.");
    }
  }
}
