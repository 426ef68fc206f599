package dev.countersign.attest;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import java.nio.file.Path;
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
   * Verifies the signature, the certificate, the entries of the transparency log, and that issuer
   * and subject are as wanted. Touches no network if a trusted root is given.
   *
   * @param trustedRoot JSON of the trusted root; empty for the public instance
   * @param issuer URL of the OpenID provider
   * @param subject e-mail or URI, to the letter
   */
  Outcome verify(Bundle bundle, Optional<byte[]> trustedRoot, String issuer, String subject);

  /** A signer for these options. */
  Signer signer(SigningOptions options) throws SigningFailed;

  /** What Sigstore says to a bundle. */
  sealed interface Outcome {
    /**
     * Signed by that subject.
     *
     * @param notes what a reader should know, a sentence each
     */
    record Good(List<String> notes) implements Outcome {
      public Good {
        notes = List.copyOf(notes);
      }
    }

    /**
     * It proves nothing.
     *
     * @param detail one sentence
     */
    record Bad(Reason reason, String detail) implements Outcome {}
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
