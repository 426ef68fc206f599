package dev.countersign.cli.sigstore;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.SigstoreService;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Stands in for the plug-in until somebody asks it something. Its library brings some thirty jars,
 * which every start would have to open were they on the class path (docs/decisions/0025).
 */
public final class SigstoreOnDemand implements SigstoreService {
  private static final String MISSING =
      "Sigstore's library is missing from this installation: the folder sigstore beside its jars.";

  /** For {@link java.util.ServiceLoader}. */
  public SigstoreOnDemand() {}

  @Override
  public Outcome verify(Bundle bundle, Optional<byte[]> trustedRoot, Instant at) {
    Optional<PlugIn> plugIn = PlugIn.installed();
    if (plugIn.isEmpty()) {
      return new Outcome.Bad(Reason.UNSUPPORTED, MISSING, "Install Countersign again.");
    }
    try (PlugIn.Inside inside = plugIn.get().enter()) {
      return inside.service().verify(bundle, trustedRoot, at);
    }
  }

  @Override
  public Signer signer(SigningOptions options) throws SigningFailed {
    PlugIn plugIn = PlugIn.installed().orElseThrow(() -> new SigningFailed(MISSING));
    try (PlugIn.Inside inside = plugIn.enter()) {
      return new SignerInside(plugIn, inside.service().signer(options));
    }
  }

  @Override
  public byte[] fetchTrustedRoot(boolean staging) throws IOException {
    PlugIn plugIn = PlugIn.installed().orElseThrow(() -> new IOException(MISSING));
    try (PlugIn.Inside inside = plugIn.enter()) {
      return inside.service().fetchTrustedRoot(staging);
    }
  }

  private record SignerInside(PlugIn plugIn, Signer signer) implements Signer {
    @Override
    public Bundle sign(byte[] payload, String payloadType) throws SigningFailed {
      try (PlugIn.Inside _ = plugIn.enter()) {
        return signer.sign(payload, payloadType);
      }
    }

    @Override
    public String describe() {
      return signer.describe();
    }
  }
}
