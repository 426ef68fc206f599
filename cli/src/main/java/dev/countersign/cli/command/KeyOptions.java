package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.SigstoreService.SigningOptions;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.model.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what a command signs with. */
final class KeyOptions {
  @Option(names = "--key", paramLabel = "FILE", description = "The private key, in PEM.")
  @Nullable Path key;

  @Option(
      names = "--pkcs11",
      paramLabel = "URI",
      description = "The private key in a token: pkcs11:object=…?module-path=…")
  @Nullable String pkcs11;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The certificate of the key, in PEM.")
  @Nullable Path certificate;

  @Option(
      names = "--chain",
      paramLabel = "FILE",
      description = "Certificates above it, in PEM; may be repeated.")
  List<Path> chain = List.of();

  @Option(
      names = "--sigstore",
      description = "Signs with the identity of an OpenID provider. Uses the network.")
  boolean sigstore;

  @Option(
      names = "--identity-token-file",
      paramLabel = "FILE",
      description = "A token of the OpenID provider, for --sigstore.")
  @Nullable Path identityToken;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line is the passphrase of the key, or the PIN of the token.")
  @Nullable Path passphraseFile;

  /**
   * What signs.
   *
   * @throws Refused if nothing is named, or more than one, or it cannot be used
   */
  Signer signer(Console console) {
    long named = (key == null ? 0 : 1) + (pkcs11 == null ? 0 : 1) + (sigstore ? 1 : 0);
    if (named != 1) {
      throw new Refused(
          (named == 0 ? "nothing to sign with" : "more than one thing to sign with")
              + ". Name one: --key FILE (countersign keys new makes one), --pkcs11 URI or"
              + " --sigstore.");
    }
    Passphrase passphrase = Passphrase.of(console, Optional.ofNullable(passphraseFile));
    if (pkcs11 != null) {
      return SigningKeys.pkcs11(pkcs11, Optional.ofNullable(certificate), chain, passphrase);
    }
    if (key == null) {
      return keyless();
    }
    return certificate == null
        ? SigningKeys.key(key, passphrase)
        : SigningKeys.certificate(key, certificate, chain, passphrase);
  }

  private Signer keyless() {
    try {
      return Signers.sigstore(
          new SigningOptions(token(), Optional.empty(), Optional.empty(), false));
    } catch (SigningFailed failed) {
      throw new Refused(failed.getMessage());
    }
  }

  private Optional<String> token() {
    try {
      return identityToken == null
          ? Optional.empty()
          : Optional.of(Files.readString(identityToken).strip());
    } catch (IOException failed) {
      throw new Refused(identityToken + " cannot be read (" + Failure.why(failed) + ").");
    }
  }
}
