package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.provenance.lineage.StatementFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance sign}: signs a statement. */
@Command(
    name = "sign",
    header = "Signs a statement about a dataset or a training run.",
    description = {
      "Whoever signs vouches for everything in it: look at it first (countersign provenance show)."
          + " The signed form is a Sigstore bundle beside it, NAME.sigstore.json."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign provenance sign .countersign/transactions.dataset.json --key ada.key.pem",
      "",
      "Exit codes: 0 signed, 2 the input or the usage is wrong, 3 a bug."
    })
final class ProvenanceSignCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "STATEMENT", description = "What record or training wrote.")
  Path file;

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the signed statement goes.")
  @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceSignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StatementFile statement = Datasets.statement(file);
    if (statement.isDataset()) {
      Datasets.manifest(statement, Datasets.dataset(statement));
    } else if (!statement.isTraining()) {
      throw new Refused(
          file + " is neither about a dataset nor about a training run. countersign signs those.");
    }
    Signer signer = keys.signer(console);
    Path target = out == null ? Datasets.signed(file) : out;
    AtomicFile.write(target, SignedStatement.bytes(signer, statement.statement()));
    console.print(
        "Signed with %s.\n  in %s\n\nNext:\n  countersign provenance verify %s\n"
            .formatted(
                Safe.line(signer.describe()),
                Safe.line(Shown.path(target)),
                Safe.line(Shown.word(target))));
    return ExitCode.PASS;
  }
}
