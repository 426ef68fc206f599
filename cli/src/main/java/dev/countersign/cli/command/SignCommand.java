package dev.countersign.cli.command;

import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.oms.BundleFile;
import dev.countersign.attest.oms.OmsSigner;
import dev.countersign.attest.oms.Serialization;
import dev.countersign.attest.oms.Symlinks;
import dev.countersign.attest.oms.UnfitModel;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.model.ModelPath;
import dev.countersign.cli.model.VerdictText;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Progress;
import dev.countersign.cli.terminal.Style;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sign}: signs a model. */
@Command(
    name = "sign",
    header = "Signs a model: every file of it, with a key, a certificate or Sigstore.",
    description = {
      "Writes a signature of OpenSSF Model Signing 1.0, which every tool of that format verifies. It"
          + " lies in the folder of the model as model.sig, or beside a single file as FILE.sig."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign sign models/fraud --key release.key",
      "  countersign sign model.onnx --key release.key --certificate release.pem --chain ca.pem",
      "  countersign sign models/large --key release.key --method shards",
      "",
      "Exit codes: 0 signed, 2 the input or the usage is wrong, 3 a bug."
    })
final class SignCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "MODEL", description = "The model: a file or a folder.")
  Path model;

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the signature goes.")
  @Nullable Path out;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "files",
      description = {
        "files (one digest a file) or shards (one a part of a file: faster where there are few large"
            + " files)."
      })
  Method method = Method.FILES;

  @Option(
      names = "--shard-size",
      paramLabel = "BYTES",
      description = "Of a shard; 1000000000 unless you say otherwise. Implies shards.")
  @Nullable Long shardSize;

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      defaultValue = "sha256",
      description = "sha256, blake2b or blake3. sha256 is much the fastest.")
  HashAlgorithm hash = HashAlgorithm.SHA256;

  @Option(
      names = "--ignore",
      paramLabel = "PATH",
      description = "Leaves out a path in the model; may be repeated.")
  List<Path> ignored = List.of();

  @Option(
      names = "--allow-symlinks",
      arity = "0..1",
      paramLabel = "WHERE",
      fallbackValue = "inside",
      description = {
        "Follows symbolic links: inside the model, or anywhere. Without it a link is an error."
      })
  @Nullable LinksTo links;

  @Option(
      names = {"-q", "--quiet"},
      description = "Says nothing unless something is wrong.")
  boolean quiet;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  SignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path bundle = out == null ? BundleFile.of(ModelPath.existing(model)) : out;
    try (Progress progress = Progress.of(console, "Signing", quiet)) {
      OmsSigner.Signed signed =
          configured().reporting(progress).sign(ModelPath.existing(model), bundle);
      progress.close();
      report(signed, bundle);
      return ExitCode.PASS;
    } catch (UnfitModel unfit) {
      throw new Refused(
          model + " cannot be signed as it is:\n  " + String.join("\n  ", unfit.problems()));
    } catch (SigningFailed failed) {
      throw new Refused(failed.getMessage());
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private OmsSigner configured() {
    OmsSigner signer = OmsSigner.of(keys.signer(console)).hash(hash).symlinks(links());
    List<String> paths = ModelPath.inside(model, ignored);
    try {
      OmsSigner ignoring = signer.ignoring(paths);
      return shardSize != null || method == Method.SHARDS
          ? ignoring.shards(shardSize == null ? Serialization.USUAL_SHARD : shardSize)
          : ignoring;
    } catch (IllegalArgumentException wrong) {
      throw new Refused(wrong.getMessage() + ".");
    }
  }

  private Symlinks links() {
    return links == null
        ? Symlinks.REFUSE
        : links == LinksTo.ANYWHERE ? Symlinks.ANYWHERE : Symlinks.INSIDE;
  }

  private void report(OmsSigner.Signed signed, Path bundle) {
    if (quiet) {
      return;
    }
    Page page = new Page(terminal.terminal(console));
    page.line(
        Line.of(Style.GOOD, "SIGNED")
            .add(" ")
            .add(Style.STRONG, model.toString())
            .add(
                ", %d %s, %s"
                    .formatted(
                        signed.files(),
                        signed.files() == 1 ? "file" : "files",
                        VerdictText.size(signed.bytes()))));
    page.line(2, Line.of("digest sha256:" + signed.manifest().rootDigest()));
    page.line(2, Line.of("signature " + bundle));
    console.print(page.toString());
  }

  private static Refused unreadable(IOException failed) {
    return failed instanceof FileSystemException file && file.getFile() != null
        ? new Refused(file.getFile() + " cannot be signed (" + Failure.why(failed) + ").")
        : new Refused("the model cannot be signed (" + Failure.why(failed) + ").");
  }

  /** The methods of serialisation. */
  enum Method {
    FILES,
    SHARDS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where links may lead. */
  enum LinksTo {
    INSIDE,
    ANYWHERE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
