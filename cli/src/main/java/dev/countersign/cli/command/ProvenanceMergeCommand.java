package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.Parts;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance merge}: parts recorded on several machines as one dataset. */
@Command(
    name = "merge",
    header = "Makes one statement of parts that were recorded on several machines.",
    description = {
      "The digest is the one that recording everything at once would have given. Parts have to have"
          + " been recorded under the same name, relative to the same folder (--root). The result"
          + " is not signed: whoever signs it vouches for the whole."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign provenance merge part-*.dataset.json --out crawl.dataset.json",
      "",
      "Exit codes: 0 merged, 2 the input or the usage is wrong, 3 a bug."
    })
final class ProvenanceMergeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "PART", arity = "2..*", description = "Statements about the parts.")
  List<Path> files = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "Where the statement about the whole goes.")
  Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceMergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Parts whole =
        files.stream()
            .map(Parts::of)
            .reduce(Parts::and)
            .orElseThrow(() -> new Refused("name the parts."));
    Datasets.write(out, whole.manifest(), whole.description());
    console.print(
        "Merged %d parts of %s: %,d files\n  sha256:%s\n  in %s\n"
            .formatted(
                files.size(),
                Safe.line(whole.manifest().dataset()),
                whole.manifest().entries().size(),
                whole.manifest().digest(),
                Safe.line(Shown.path(out))));
    return ExitCode.PASS;
  }
}
