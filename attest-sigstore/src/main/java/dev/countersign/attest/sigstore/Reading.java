package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.json.StrictJson;
import dev.sigstore.bundle.Bundle.DsseEnvelope;
import dev.sigstore.bundle.Bundle.Timestamp;
import dev.sigstore.rekor.client.RekorEntry;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A bundle as Countersign and sigstore-java both read it. Each has its own reader; were there a
 * bundle in which they see different things, one could be verified and the other believed. So
 * everything that is believed is compared.
 *
 * @param envelope what is signed
 * @param leaf the certificate of whoever signed
 * @param path the certificates that the bundle brings, the leaf first
 * @param entry its one entry of the transparency log
 * @param timestamps of timestamping authorities; often none
 */
record Reading(
    Envelope envelope,
    X509Certificate leaf,
    CertPath path,
    RekorEntry entry,
    List<Timestamp> timestamps) {
  Reading {
    timestamps = List.copyOf(timestamps);
  }

  static Reading of(Bundle bundle) throws NotVerified {
    if (!(bundle.material() instanceof VerificationMaterial.Sigstore material)) {
      throw malformed("It was not signed with Sigstore: it has no certificate with a log entry.");
    }
    requireEntry(bundle);
    dev.sigstore.bundle.Bundle theirs = library(bundle);
    requireSame(bundle.envelope(), theirs);
    requireSame(material.leaf(), theirs.getCertPath());
    return new Reading(
        bundle.envelope(),
        material.leaf(),
        theirs.getCertPath(),
        theirs.getEntries().get(0),
        theirs.getTimestamps());
  }

  /** The one signature. */
  byte[] signature() {
    return envelope.signatures().get(0).sig();
  }

  /** Of several entries the library would verify the first and pass over the others. */
  private static void requireEntry(Bundle bundle) throws NotVerified {
    int entries = bundle.json().path("verificationMaterial").path("tlogEntries").size();
    if (entries != 1) {
      throw malformed(
          "It has %s of the transparency log; exactly one was expected."
              .formatted(entries == 0 ? "no entry" : entries + " entries"));
    }
  }

  private static dev.sigstore.bundle.Bundle library(Bundle bundle) throws NotVerified {
    String json = new String(StrictJson.pretty(bundle.json()), StandardCharsets.UTF_8);
    return Attempt.of(() -> dev.sigstore.bundle.Bundle.from(new StringReader(json)))
        .orElseThrow(() ->
            malformed(
                "It is no complete Sigstore bundle: an entry of the log with its proof of"
                    + " inclusion, and a signed time, were expected."));
  }

  private static void requireSame(Envelope ours, dev.sigstore.bundle.Bundle bundle)
      throws NotVerified {
    DsseEnvelope theirs = bundle.getDsseEnvelope().orElseThrow(Reading::ambiguous);
    boolean same =
        theirs.getSignatures().size() == 1
            && ours.payloadType().equals(theirs.getPayloadType())
            && MessageDigest.isEqual(ours.payload(), theirs.getPayload())
            && MessageDigest.isEqual(
                ours.signatures().get(0).sig(), theirs.getSignatures().get(0).getSig());
    if (!same) {
      throw ambiguous();
    }
  }

  private static void requireSame(X509Certificate leaf, CertPath path) throws NotVerified {
    if (path.getCertificates().isEmpty() || !path.getCertificates().get(0).equals(leaf)) {
      throw ambiguous();
    }
  }

  private static NotVerified ambiguous() {
    return malformed("It can be read in two ways.");
  }

  private static NotVerified malformed(String detail) {
    return NotVerified.bundle(Reason.MALFORMED, detail);
  }
}
