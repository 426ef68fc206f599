package dev.countersign.cli.command;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.oms.BundleFile;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.model.ModelPath;
import dev.countersign.cli.model.Verdict;
import dev.countersign.cli.model.VerdictText;
import dev.countersign.cli.model.VerifyJson;
import dev.countersign.cli.provenance.NearestModel;
import dev.countersign.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          + " what the signature covers, and every difference at once. Whoever the nearest"
          + " countersign-trust.yaml admits as ci or ml-lead counts, or whom an option names."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign verify models/fraud             by the trust policy of the repository",
      "  countersign verify models/fraud --public-key release.pub.pem",
      "  countersign verify model.onnx --ca bank-ca.pem --subject release@bank.example",
      "",
      "Exit codes: 0 verified, 1 not verified, 2 the input or the usage is wrong, 3 a bug."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD);

  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "MODEL", description = "The model: a file or a folder.")
  Path model;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Its signature; otherwise model.sig in the folder, or FILE.sig.")
  @Nullable Path bundle;

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

  @Mixin TrustOptions trust = new TrustOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (docs/schema/verify-1.schema.json).")
  TextOrJson format = TextOrJson.TEXT;

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
    Verdict verdict =
        new Verdict(model.toString(), signature.toString(), trust.day(console), result);
    switch (format) {
      case JSON -> console.emit(VerifyJson.of(verdict));
      case TEXT -> console.print(VerdictText.of(verdict, terminal.terminal(console), quiet));
    }
    return result instanceof OmsVerification.Verified ? ExitCode.PASS : ExitCode.FAIL;
  }

  private OmsVerification verified(Path signature) throws InterruptedException {
    Purpose purpose =
        new Purpose(ROLES, Set.of(), NearestModel.systemAround(signature), trust.at(console));
    OmsVerifier verifier =
        OmsVerifier.of(trust.policy(signature), purpose).ignoring(ModelPath.inside(model, ignored));
    verifier = ignoreUnsigned ? verifier.ignoringUnsignedFiles() : verifier;
    verifier = anywhere ? verifier.followingLinksAnywhere() : verifier;
    try (Progress progress = Progress.of(console, "Verifying", quiet)) {
      return verifier.reporting(progress).verify(ModelPath.existing(model), signature);
    } catch (IOException failed) {
      throw new Refused(model + " cannot be verified (" + Failure.why(failed) + ").");
    }
  }
}
