package dev.countersign.assess.evidence;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.MalformedEnvelope;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The signed statements of a file: a Sigstore bundle, a DSSE envelope, or several of either, one a
 * line ({@code .jsonl}, as in-toto bundles are written).
 */
final class AttestationFile {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_LINES = 1_000;

  private AttestationFile() {}

  /** What verifying each of them gives, in their order; at least one. */
  static List<Verification> verify(Path file, TrustPolicy policy, Purpose purpose)
      throws IOException {
    byte[] bytes = bytes(file);
    Verifier verifier = Verifier.of(policy);
    if (!String.valueOf(file.getFileName()).endsWith(".jsonl")) {
      return List.of(verify(bytes, verifier, purpose));
    }
    List<Verification> found =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST_LINES)
            .map(line -> verify(line.getBytes(StandardCharsets.UTF_8), verifier, purpose))
            .toList();
    return found.isEmpty() ? List.of(malformed("The file is empty.")) : found;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than is parsed, so that the parser says what is wrong.
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static Verification verify(byte[] json, Verifier verifier, Purpose purpose) {
    try {
      ObjectNode object = StrictJson.object(json);
      return object.has("payloadType")
          ? verifier.verify(Envelope.of(object), purpose)
          : verifier.verify(Bundle.parse(json), purpose);
    } catch (MalformedJson e) {
      return malformed(String.valueOf(e.getMessage()));
    } catch (MalformedEnvelope e) {
      return malformed(String.valueOf(e.getMessage()));
    } catch (MalformedBundle e) {
      return malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Verification malformed(String detail) {
    return new Verification.Refused(
        Reason.MALFORMED, detail, "Have it made and signed again by whoever made it.");
  }
}
