package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.sigstore.bundle.Bundle.Timestamp;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampResponse;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import dev.sigstore.trustroot.TransparencyLog;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When it was signed, as somebody trusted says: the log, where it promised the time with its
 * signature, and timestamping authorities. A certificate of Sigstore is valid for ten minutes, so
 * everything hangs on this. sigstore-java 2.0.0 does not compare the log's time with the
 * certificate (put right in its 2.1.0), nor with the validity of the log's key; here both are
 * compared.
 */
final class SigningTime {
  /** Clocks differ. */
  private static final int SECONDS_OF_GRACE = 300;

  private final SigstoreTrustedRoot root;
  private final Reading reading;

  SigningTime(SigstoreTrustedRoot root, Reading reading) {
    this.root = root;
    this.reading = reading;
  }

  /** The earliest of the times, each of which lies where it has to. */
  Instant verified(TransparencyLog log, Instant at) throws NotVerified {
    List<Instant> times = stamped();
    if (isPromised(reading.entry())) {
      times.add(reading.entry().getIntegratedTimeInstant());
    }
    if (times.isEmpty()) {
      throw NotVerified.bundle(
          Reason.MALFORMED, "Nobody trusted says when it was signed: no promise, no timestamp.");
    }
    for (Instant time : times) {
      requireValid(time, at);
      requireLog(log, time);
    }
    return times.stream().min(Instant::compareTo).orElseThrow();
  }

  /** The entry's time is worth something only where the log's signature covers it. */
  private static boolean isPromised(RekorEntry entry) {
    String promise = entry.getVerification().getSignedEntryTimestamp();
    return promise != null && !promise.isEmpty();
  }

  private List<Instant> stamped() throws NotVerified {
    List<Instant> times = new ArrayList<>();
    for (Timestamp timestamp : reading.timestamps()) {
      times.add(
          Attempt.of(() -> verified(timestamp))
              .orElseThrow(() ->
                  NotVerified.bundle(
                      Reason.BAD_SIGNATURE,
                      "A timestamp is of no authority of the trusted root, or not of this"
                          + " signature.")));
    }
    return times;
  }

  private Instant verified(Timestamp timestamp) throws Exception {
    TimestampResponse response =
        ImmutableTimestampResponse.builder().encoded(timestamp.getRfc3161Timestamp()).build();
    TimestampVerifier.newTimestampVerifier(root).verify(response, reading.signature());
    return response.getGenTime().toInstant();
  }

  private void requireValid(Instant time, Instant at) throws NotVerified {
    X509Certificate leaf = reading.leaf();
    if (time.isAfter(at.plusSeconds(SECONDS_OF_GRACE))) {
      throw NotVerified.bundle(
          Reason.NOT_YET_VALID, "It was signed at %s, which is in the future.".formatted(time));
    }
    if (time.isBefore(leaf.getNotBefore().toInstant())) {
      throw NotVerified.bundle(
          Reason.NOT_YET_VALID,
          "It was signed at %s; its certificate is valid from %s."
              .formatted(time, leaf.getNotBefore().toInstant()));
    }
    if (time.isAfter(leaf.getNotAfter().toInstant())) {
      throw NotVerified.bundle(
          Reason.EXPIRED,
          "It was signed at %s; its certificate is valid until %s."
              .formatted(time, leaf.getNotAfter().toInstant()));
    }
  }

  private static void requireLog(TransparencyLog log, Instant time) throws NotVerified {
    if (!log.getPublicKey().getValidFor().contains(time)) {
      throw NotVerified.root(
          Reason.UNKNOWN_SIGNER,
          "It was signed at %s, when the trusted root does not vouch for the log's key."
              .formatted(time));
    }
  }
}
