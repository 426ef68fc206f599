package dev.countersign.attest.sigstore;

import dev.countersign.attest.SigstoreService.Outcome;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.key.KeySignature;
import dev.sigstore.fulcio.client.FulcioVerifier;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorVerifier;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import dev.sigstore.trustroot.TransparencyLog;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a bundle by a trusted root, step by step, without any network. The steps that take
 * cryptography of Sigstore are the library's: the certificate's chain and its certificate
 * transparency, the log's signatures and its proof of inclusion, timestamps. Its {@code
 * KeylessVerifier}, which joins them, is not used: it counts the payload of the envelope in
 * characters (so that nothing beyond ASCII verifies) and, in 2.0.0, lets any time pass.
 */
final class OfflineVerifier {
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  private final SigstoreTrustedRoot root;

  OfflineVerifier(SigstoreTrustedRoot root) {
    this.root = root;
  }

  /** Who signed, and when. */
  Outcome.Good verify(Bundle bundle, Instant at) throws NotVerified {
    Reading reading = Reading.of(bundle);
    checkSignature(reading);
    checkCertificate(reading);
    EntryBody.check(reading);
    TransparencyLog log = checkLog(reading.entry());
    Instant time = new SigningTime(root, reading).verified(log, at);
    CertificateIdentity identity = CertificateIdentity.of(reading.leaf());
    return new Outcome.Good(identity.issuer(), identity.subject(), time, List.of(note(log, time)));
  }

  private static String note(TransparencyLog log, Instant time) {
    return "Signed with Sigstore on %s (log %s).".formatted(time, log.getBaseUrl());
  }

  /** Entries of Rekor's version 1 took SHA-256 whatever the curve. */
  private static void checkSignature(Reading reading) throws NotVerified {
    byte[] message = reading.envelope().preAuthenticationEncoding();
    boolean good =
        KeySignature.verifies(reading.leaf().getPublicKey(), message, reading.signature())
            || KeySignature.verifiesWithSha256(
                reading.leaf().getPublicKey(), message, reading.signature());
    if (!good) {
      throw NotVerified.bundle(
          Reason.BAD_SIGNATURE,
          "The signature does not fit the certificate: it was changed afterwards.");
    }
  }

  private void checkCertificate(Reading reading) throws NotVerified {
    if (!isForSigning(reading.leaf())) {
      throw NotVerified.bundle(
          Reason.UNKNOWN_SIGNER, "Its certificate is not one for signing code.");
    }
    if (!Attempt.passes(
        () -> FulcioVerifier.newFulcioVerifier(root).verifySigningCertificate(reading.path()))) {
      throw NotVerified.root(
          Reason.UNKNOWN_SIGNER,
          "Its certificate was issued by no authority of the trusted root, or stands in none of its"
              + " certificate logs.");
    }
  }

  /** PKIX does not ask what a leaf is for. */
  private static boolean isForSigning(X509Certificate leaf) {
    return leaf.getBasicConstraints() < 0
        && Attempt.of(leaf::getExtendedKeyUsage)
            .filter(usages -> usages.contains(CODE_SIGNING))
            .isPresent();
  }

  private TransparencyLog checkLog(RekorEntry entry) throws NotVerified {
    Optional<TransparencyLog> log =
        Attempt.of(() -> HexFormat.of().parseHex(entry.getLogID()))
            .flatMap(id -> TransparencyLog.find(root.getTLogs(), id));
    if (log.isEmpty()) {
      throw NotVerified.root(
          Reason.UNKNOWN_SIGNER, "Its entry is in a transparency log that the trusted root lacks.");
    }
    if (!Attempt.passes(() -> RekorVerifier.newRekorVerifier(root).verifyEntry(entry))
        || !isOfItsTree(entry)) {
      throw NotVerified.bundle(
          Reason.BAD_SIGNATURE, "The transparency log did not sign this entry, or not its proof.");
    }
    return log.get();
  }

  /** The library compares the root of the tree with the checkpoint, not its size. */
  private static boolean isOfItsTree(RekorEntry entry) {
    return Attempt.of(
            () -> {
              RekorEntry.InclusionProof proof = entry.getVerification().getInclusionProof();
              return proof != null
                  && proof.parsedCheckpoint().getSize().equals(proof.getTreeSize());
            })
        .orElse(false);
  }
}
