package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.dsse.Base64Text;
import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the transparency log recorded: it has to be this payload, this signature and this
 * certificate. Otherwise an entry of somebody else's signature would lend its time to this one.
 *
 * <p>The types of entry are Rekor's {@code dsse} and {@code intoto} of its version 1, and {@code
 * dsse} and {@code hashedrekord} of version 2.
 */
final class EntryBody {
  private static final Limits LIMITS = new Limits(4 << 20, 32);

  private final Reading reading;
  private final ObjectNode body;

  private EntryBody(Reading reading, ObjectNode body) {
    this.reading = reading;
    this.body = body;
  }

  /** Refuses a bundle whose entry is of something else. */
  static void check(Reading reading) throws NotVerified {
    if (!new EntryBody(reading, read(reading)).fits()) {
      throw NotVerified.bundle(
          Reason.BAD_SIGNATURE,
          "The entry of the transparency log records another signature, not this one.");
    }
  }

  private static ObjectNode read(Reading reading) throws NotVerified {
    try {
      return StrictJson.object(Base64Text.decode(reading.entry().getBody()), LIMITS);
    } catch (MalformedJson | IllegalArgumentException e) {
      throw NotVerified.bundle(
          Reason.MALFORMED, "The entry of the transparency log cannot be read.");
    }
  }

  private boolean fits() throws NotVerified {
    String type = text(body, "/kind") + " " + text(body, "/apiVersion");
    switch (type) {
      case "dsse 0.0.1":
        return dsse1(body.path("spec"));
      case "intoto 0.0.2":
        return intoto(body.path("spec").path("content"));
      case "dsse 0.0.2":
        return dsse2(body.path("spec").path("dsseV002"));
      case "hashedrekord 0.0.2":
        return hashedRekord2(body.path("spec").path("hashedRekordV002"));
      default:
        throw NotVerified.bundle(
            Reason.UNSUPPORTED,
            "The entry of the transparency log is of a type that says nothing of a statement.");
    }
  }

  private boolean dsse1(JsonNode spec) {
    return hexDigest(spec.path("payloadHash"))
        && spec.path("signatures").size() == 1
        && isSignature(base64(text(spec, "/signatures/0/signature")))
        && isPem(base64(text(spec, "/signatures/0/verifier")));
  }

  /** Here the log holds the Base64 of the envelope, in Base64 once more. */
  private boolean intoto(JsonNode content) {
    JsonNode signatures = content.path("envelope").path("signatures");
    return hexDigest(content.path("payloadHash"))
        && signatures.size() == 1
        && isSignature(base64(ascii(base64(text(signatures, "/0/sig")))))
        && isPem(base64(text(signatures, "/0/publicKey")));
  }

  private boolean dsse2(JsonNode spec) {
    return digest(spec.path("payloadHash"), reading.envelope().payload())
        && spec.path("signatures").size() == 1
        && signed(spec.path("signatures").path(0));
  }

  private boolean hashedRekord2(JsonNode spec) {
    return digest(spec.path("data"), reading.envelope().preAuthenticationEncoding())
        && signed(spec.path("signature"));
  }

  private boolean signed(JsonNode signature) {
    return isSignature(base64(text(signature, "/content")))
        && isDer(base64(text(signature, "/verifier/x509Certificate/rawBytes")));
  }

  private boolean hexDigest(JsonNode hash) {
    String expected = HexFormat.of().formatHex(digest("SHA-256", reading.envelope().payload()));
    return text(hash, "/algorithm").equals("sha256")
        && MessageDigest.isEqual(bytes(expected), bytes(text(hash, "/value")));
  }

  private static boolean digest(JsonNode hash, byte[] data) {
    Optional<String> algorithm = algorithm(text(hash, "/algorithm"));
    return algorithm.isPresent()
        && MessageDigest.isEqual(digest(algorithm.get(), data), base64(text(hash, "/digest")));
  }

  private static Optional<String> algorithm(String word) {
    switch (word) {
      case "SHA2_256":
        return Optional.of("SHA-256");
      case "SHA2_384":
        return Optional.of("SHA-384");
      case "SHA2_512":
        return Optional.of("SHA-512");
      default:
        return Optional.empty();
    }
  }

  private boolean isSignature(byte[] signature) {
    return MessageDigest.isEqual(signature, reading.signature());
  }

  private boolean isPem(byte[] pem) {
    try {
      return Certificates.parse(pem).get(0).equals(reading.leaf());
    } catch (UnusableCertificate e) {
      return false;
    }
  }

  private boolean isDer(byte[] der) {
    try {
      X509Certificate certificate = Certificates.der(der);
      return certificate.equals(reading.leaf());
    } catch (UnusableCertificate e) {
      return false;
    }
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).stringValue("");
  }

  /** What is no Base64 equals nothing. */
  private static byte[] base64(String text) {
    try {
      return Base64Text.decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static byte[] digest(String algorithm, byte[] data) {
    try {
      return MessageDigest.getInstance(algorithm).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
