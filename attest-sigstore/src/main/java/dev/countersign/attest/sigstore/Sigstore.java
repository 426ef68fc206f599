package dev.countersign.attest.sigstore;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.SigstoreService;
import dev.countersign.attest.bundle.Bundle;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The plug-in that {@link SigstoreService#installed} finds. */
public final class Sigstore implements SigstoreService {
  /** For {@link java.util.ServiceLoader}. */
  public Sigstore() {}

  @Override
  public Outcome verify(Bundle bundle, Optional<byte[]> trustedRoot, Instant at) {
    try {
      return new OfflineVerifier(Root.parse(trustedRoot)).verify(bundle, at);
    } catch (NotVerified e) {
      return e.outcome();
    }
  }

  @Override
  public Signer signer(SigningOptions options) throws SigningFailed {
    return new KeylessSigner(options);
  }

  @Override
  public byte[] fetchTrustedRoot(boolean staging) throws IOException {
    return PublishedRoot.fetch(staging);
  }
}
