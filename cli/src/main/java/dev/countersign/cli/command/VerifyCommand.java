package dev.countersign.cli.command;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.oms.BundleFile;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.model.GivenTrust;
import dev.countersign.cli.model.ModelPath;
import dev.countersign.cli.model.Verdict;
import dev.countersign.cli.model.VerdictText;
import dev.countersign.cli.model.VerifyJson;
import dev.countersign.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: verifies the signature of a model. */
@Command(
    name = "verify",
    header = "Verifies that a model is what somebody signed whom you trust.",
    description = {
      "Reads signatures of OpenSSF Model Signing 1.0 and of every version before. Says who signed,"
          + " what the signature covers, and every difference at once."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign verify models/fraud --public-key release.pub.pem",
      "  countersign verify model.onnx --ca bank-ca.pem --subject release@bank.example",
      "",
      "Exit codes: 0 verified, 1 not verified, 2 the input or the usage is wrong, 3 a bug."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "MODEL", description = "The model: a file or a folder.")
  Path model;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Its signature; otherwise model.sig in the folder, or FILE.sig.")
  @Nullable Path bundle;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Trusts whoever has this key, in PEM.")
  @Nullable Path publicKey;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trusts certificates of this authority, in PEM; may be repeated.")
  List<Path> authorities = List.of();

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = {"In whose name the certificate has to be. Without it anybody's will do."})
  @Nullable String subject;

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description = "Trusts this e-mail or URI of a Sigstore certificate; needs --issuer.")
  @Nullable String identity;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "The OpenID provider that has to vouch for the identity.")
  @Nullable String issuer;

  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description = "Sigstore's trusted root, to verify without the network.")
  @Nullable Path trustedRoot;

  @Option(names = "--ignore-unsigned-files", description = "Looks at no file that was not signed.")
  boolean ignoreUnsigned;

  @Option(
      names = "--ignore",
      paramLabel = "PATH",
      description = "Lets a path in the model be there unsigned; may be repeated.")
  List<Path> ignored = List.of();

  @Option(
      names = "--allow-symlinks-anywhere",
      description = "If the signer followed links, they may lead out of the model.")
  boolean anywhere;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = Day.class,
      description = "Judges keys and certificates as of this day, for example 2027-01-31.")
  @Nullable LocalDate asOf;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (docs/schema/verify-1.schema.json).")
  VerifyFormat format = VerifyFormat.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only the verdict, and what is wrong.")
  boolean quiet;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path signature = bundle == null ? BundleFile.of(ModelPath.existing(model)) : bundle;
    if (!Files.isRegularFile(signature)) {
      throw new Refused(
          signature
              + " does not exist. Name the signature: --bundle FILE, or sign the model first.");
    }
    OmsVerification result = verified(signature);
    Verdict verdict = new Verdict(model.toString(), signature.toString(), day(), result);
    switch (format) {
      case JSON -> console.emit(VerifyJson.of(verdict));
      case TEXT -> console.print(VerdictText.of(verdict, terminal.terminal(console), quiet));
    }
    return result instanceof OmsVerification.Verified ? ExitCode.PASS : ExitCode.FAIL;
  }

  private OmsVerification verified(Path signature) throws InterruptedException {
    Purpose purpose = new Purpose(Set.of(Role.values()), Set.of(), Optional.empty(), at());
    OmsVerifier verifier =
        OmsVerifier.of(policy(signature), purpose).ignoring(ModelPath.inside(model, ignored));
    verifier = ignoreUnsigned ? verifier.ignoringUnsignedFiles() : verifier;
    verifier = anywhere ? verifier.followingLinksAnywhere() : verifier;
    try (Progress progress = Progress.of(console, "Verifying", quiet)) {
      return verifier.reporting(progress).verify(ModelPath.existing(model), signature);
    } catch (IOException failed) {
      throw new Refused(model + " cannot be verified (" + Failure.why(failed) + ").");
    }
  }

  private TrustPolicy policy(Path signature) {
    if (publicKey != null) {
      return GivenTrust.key(publicKey);
    }
    if (!authorities.isEmpty()) {
      return GivenTrust.authorities(authorities, Optional.ofNullable(subject), signature);
    }
    if (identity != null && issuer != null) {
      return GivenTrust.sigstore(issuer, identity, Optional.ofNullable(trustedRoot));
    }
    throw new Refused(
        "whom to trust? Name --public-key FILE, --ca FILE, or --identity NAME with --issuer URL.");
  }

  private LocalDate day() {
    return asOf == null ? console.today() : asOf;
  }

  /** Today is now; of another day it is noon. */
  private Instant at() {
    return day().equals(LocalDate.now(ZoneOffset.UTC))
        ? Instant.now()
        : day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  /** The formats of a verdict on a model. */
  enum VerifyFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
