package dev.countersign.attest;

import dev.countersign.attest.SigstoreService.Outcome;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out who signed with Sigstore. */
final class SigstoreRecogniser {
  /** The public instance's is some ten thousand bytes. */
  private static final int MOST_BYTES = 4 << 20;

  private final TrustPolicy policy;
  private final Instant at;

  SigstoreRecogniser(TrustPolicy policy, Instant at) {
    this.policy = policy;
    this.at = at;
  }

  Recognition recognise(Bundle bundle) {
    if (policy.identities().stream().noneMatch(Identity.BySigstore.class::isInstance)) {
      return refused(
          Reason.UNKNOWN_SIGNER,
          "Signed with Sigstore, but %s names nobody who does.".formatted(policy.source()),
          nameThem());
    }
    Optional<SigstoreService> service = SigstoreService.installed();
    return service.isPresent()
        ? ask(service.get(), bundle)
        : refused(
            Reason.UNSUPPORTED,
            "Signed with Sigstore, which this installation cannot verify: the module"
                + " countersign-attest-sigstore is missing.",
            "Add countersign-attest-sigstore to the class path.");
  }

  private Recognition ask(SigstoreService service, Bundle bundle) {
    try {
      Outcome outcome = service.verify(bundle, root(), at);
      return outcome instanceof Outcome.Good good ? named(good) : refused((Outcome.Bad) outcome);
    } catch (IOException e) {
      return refused(
          Reason.UNSUPPORTED,
          "The Sigstore trusted root that %s names cannot be read.".formatted(policy.source()),
          "Name a file that can be read under sigstore: trusted-root.");
    }
  }

  private Recognition named(Outcome.Good good) {
    List<Identity> known =
        policy.identities().stream().filter(identity -> is(identity, good)).toList();
    return known.isEmpty()
        ? refused(
            Reason.UNKNOWN_SIGNER,
            "Signed with Sigstore by %s (vouched for by %s), whom no identity of %s names."
                .formatted(good.subject(), good.issuer(), policy.source()),
            nameThem())
        : new Recognition.Known(known, good.notes());
  }

  private static boolean is(Identity identity, Outcome.Good good) {
    return identity instanceof Identity.BySigstore sigstore
        && sigstore.issuer().equals(good.issuer())
        && sigstore.subject().equals(good.subject());
  }

  private Optional<byte[]> root() throws IOException {
    Optional<Path> file = policy.sigstoreRoot();
    return file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private String nameThem() {
    return "If you trust the signer, name issuer and subject among the identities of %s."
        .formatted(policy.source());
  }

  private static Recognition refused(Outcome.Bad bad) {
    return refused(bad.reason(), bad.detail(), bad.next());
  }

  private static Recognition refused(Reason reason, String detail, String next) {
    return new Recognition.Unknown(new Refused(reason, detail, next));
  }
}
