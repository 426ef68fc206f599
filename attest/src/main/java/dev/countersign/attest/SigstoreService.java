package dev.countersign.attest;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Sigstore, as a plug-in: its client and what that stands on are large, and most verifications need
 * none of it. Found by {@link ServiceLoader}.
 */
public interface SigstoreService {
  /** The plug-in, if it is installed. */
  static Optional<SigstoreService> installed() {
    return ServiceLoader.load(SigstoreService.class, SigstoreService.class.getClassLoader())
        .findFirst();
  }

  /**
   * Finds out who signed a bundle: verifies the signature, the certificate and the entry of the
   * transparency log. Touches no network.
   *
   * @param trustedRoot JSON of the trusted root; without one nothing is verified
   * @param at the time of the judgement; what was signed later is refused
   */
  Outcome verify(Bundle bundle, Optional<byte[]> trustedRoot, Instant at);

  /** A signer for these options. Signing needs the network. */
  Signer signer(SigningOptions options) throws SigningFailed;

  /**
   * Fetches the trusted root of an instance over the network, by TUF from the root that the library
   * holds.
   *
   * @param staging Sigstore's staging instance and not the public one
   * @return its JSON as it was published
   * @throws IOException if it cannot be had; the message is one sentence
   */
  byte[] fetchTrustedRoot(boolean staging) throws IOException;

  /** What Sigstore says to a bundle. */
  sealed interface Outcome {
    /**
     * Signed by that subject. Whether its word counts is for the policy to say.
     *
     * @param issuer URL of the OpenID provider that vouched for the subject
     * @param subject e-mail or URI, to the letter
     * @param time when, by the log or by a timestamping authority
     * @param notes what a reader should know, a sentence each
     */
    record Good(String issuer, String subject, Instant time, List<String> notes)
        implements Outcome {
      public Good {
        notes = List.copyOf(notes);
      }
    }

    /**
     * It proves nothing.
     *
     * @param detail one sentence
     * @param next the next step, one sentence
     */
    record Bad(Reason reason, String detail, String next) implements Outcome {}
  }

  /**
   * How to sign.
   *
   * @param identityToken a token of an OpenID provider; empty to ask for one (a pipeline's own
   *     provider, or the browser)
   * @param signingConfig file of the services to use; empty for those of the instance
   * @param trustedRoot file of the trusted root; empty for that of the instance
   * @param staging Sigstore's staging instance and not the public one
   */
  record SigningOptions(
      Optional<String> identityToken,
      Optional<Path> signingConfig,
      Optional<Path> trustedRoot,
      boolean staging) {
    /** The token stays out of every message. */
    @Override
    public String toString() {
      return "SigningOptions[%s, %s, staging=%s]".formatted(signingConfig, trustedRoot, staging);
    }
  }
}
