package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code provenance}: where data comes from and what models were trained on. */
@Command(
    name = "provenance",
    header = "Records where data comes from and what a model was trained on, signed and verified.",
    customSynopsis = "countersign provenance COMMAND",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "From raw data to a model, link by link:",
      "  countersign provenance record transactions        what countersign.yaml calls so",
      "  countersign provenance record clean --name clean --from-dataset \\",
      "      .countersign/transactions.dataset.json --transformation clean --code clean.py",
      "  countersign provenance training models/fraud.onnx --dataset"
          + " .countersign/clean.dataset.json",
      "  countersign provenance sign .countersign/clean.dataset.json --key ada.key.pem",
      "  countersign provenance show .countersign/fraud.training.json --lineage",
      "",
      "More about a command: countersign provenance COMMAND --help"
    })
final class ProvenanceCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Spec
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  private ProvenanceCommand(Console console) {
    this.console = console;
  }

  static CommandLine create(Console console) {
    return new CommandLine(new ProvenanceCommand(console))
        .addSubcommand("record", new ProvenanceRecordCommand(console))
        .addSubcommand("sign", new ProvenanceSignCommand(console))
        .addSubcommand("verify", new ProvenanceVerifyCommand(console))
        .addSubcommand("show", new ProvenanceShowCommand(console))
        .addSubcommand("diff", new ProvenanceDiffCommand(console))
        .addSubcommand("merge", new ProvenanceMergeCommand(console))
        .addSubcommand("training", new ProvenanceTrainingCommand(console));
  }

  @Override
  public Integer call() {
    console.print(spec.commandLine().getUsageMessage());
    return ExitCode.PASS;
  }
}
