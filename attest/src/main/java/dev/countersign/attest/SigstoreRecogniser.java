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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out who signed with Sigstore. */
final class SigstoreRecogniser {
  /** The public instance's is some ten thousand bytes. */
  private static final int MOST_BYTES = 4 << 20;

  private final TrustPolicy policy;

  SigstoreRecogniser(TrustPolicy policy) {
    this.policy = policy;
  }

  Recognition recognise(Bundle bundle) {
    List<Identity.BySigstore> identities =
        policy.identities().stream()
            .filter(Identity.BySigstore.class::isInstance)
            .map(Identity.BySigstore.class::cast)
            .toList();
    if (identities.isEmpty()) {
      return refused(
          Reason.UNKNOWN_SIGNER,
          "Signed with Sigstore, but %s names nobody who does.".formatted(policy.source()));
    }
    Optional<SigstoreService> service = SigstoreService.installed();
    return service.isPresent()
        ? ask(service.get(), bundle, identities)
        : refused(
            Reason.UNSUPPORTED,
            "Signed with Sigstore, which this installation cannot verify: the module"
                + " countersign-attest-sigstore is missing.");
  }

  private Recognition ask(
      SigstoreService service, Bundle bundle, List<Identity.BySigstore> identities) {
    try {
      return ask(service, bundle, identities, root());
    } catch (IOException e) {
      return refused(
          Reason.UNSUPPORTED,
          "The Sigstore trusted root that %s names cannot be read.".formatted(policy.source()));
    }
  }

  private Recognition ask(
      SigstoreService service,
      Bundle bundle,
      List<Identity.BySigstore> identities,
      Optional<byte[]> root) {
    List<Identity> known = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Outcome.Bad> bad = new ArrayList<>();
    for (Identity.BySigstore identity : identities) {
      Outcome outcome = service.verify(bundle, root, identity.issuer(), identity.subject());
      if (outcome instanceof Outcome.Good good) {
        known.add(identity);
        notes.addAll(good.notes());
      } else {
        bad.add((Outcome.Bad) outcome);
      }
    }
    return known.isEmpty()
        ? refused(bad.get(0).reason(), bad.get(0).detail())
        : new Recognition.Known(known, notes.stream().distinct().toList());
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

  private Recognition refused(Reason reason, String detail) {
    return new Recognition.Unknown(
        new Refused(
            reason,
            detail,
            "If you trust the signer, name issuer and subject among the identities of %s."
                .formatted(policy.source())));
  }
}
