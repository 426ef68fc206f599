package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.SigstoreService;
import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.KeyPairs;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about with what is signed. */
final class SignerOptions {
  @Option(
      names = {"-k", "--key"},
      paramLabel = "FILE",
      description = "The private key, in PEM. Its passphrase is asked for where it has one.")
  @Nullable Path key;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The certificate of the key, in PEM, with those above it.")
  @Nullable Path certificate;

  @Option(
      names = "--sigstore",
      description =
          "Signs with the identity that an OpenID provider vouches for. Needs the network.")
  boolean sigstore;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "The passphrase of the key. Otherwise COUNTERSIGN_PASSPHRASE or the terminal.")
  @Nullable Path passphrase;

  /**
   * The signer.
   *
   * @throws Refused if there is none or it cannot be used
   */
  Signer signer(Console console) {
    Path file = key;
    if (file != null) {
      return withKey(file, Passphrase.of(console, Optional.ofNullable(passphrase)));
    }
    if (sigstore) {
      return keyless();
    }
    throw new Refused("nothing says with what to sign. Name a key: --key FILE");
  }

  private Signer withKey(Path file, Passphrase secret) {
    try {
      PrivateKey read = PrivateKeys.read(file, secret.unlocking(file.toString()));
      Path leaf = certificate;
      return leaf == null
          ? Signers.key(read, KeyPairs.publicKey(read))
          : Signers.certificate(read, certificates(leaf));
    } catch (UnusableKey | IllegalArgumentException wrong) {
      throw new Refused(file + " cannot be used: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      return Certificates.read(file);
    } catch (UnusableCertificate wrong) {
      throw new Refused(file + " cannot be used: " + wrong.getMessage());
    }
  }

  private static Signer keyless() {
    try {
      return Signers.sigstore(
          new SigstoreService.SigningOptions(
              Optional.empty(), Optional.empty(), Optional.empty(), false));
    } catch (SigningFailed failed) {
      throw new Refused("it cannot be signed with Sigstore: " + failed.getMessage());
    }
  }
}
