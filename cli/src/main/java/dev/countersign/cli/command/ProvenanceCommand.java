package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
final class ProvenanceCommand extends GroupCommand {
  private ProvenanceCommand(Console console) {
    super(console);
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
}
