package dev.countersign.cli.command;

import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.trust.TrustText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust show}: who may say what. */
@Command(
    name = "show",
    header = "Shows who may say what of which system, and until when.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class TrustShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A countersign-trust.yaml, or a folder that it is for. Otherwise this folder.")
  Path path = Path.of(".");

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  TrustShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      console.print(TrustText.none(terminal.terminal(console)));
      return ExitCode.PASS;
    }
    TrustReader.Result result = TrustReader.read(file.get());
    if (result.trusted().isEmpty()) {
      console.complain(ProblemReport.of(result.problems(), "nobody is trusted"));
      return ExitCode.WRONG;
    }
    console.print(
        TrustText.of(result.trusted().get(), console.today(), terminal.terminal(console)));
    return ExitCode.PASS;
  }

  private Optional<Path> file() {
    if (!Files.exists(path)) {
      throw new Refused(path + " does not exist. Name a folder or a " + TrustFile.NAME + ".");
    }
    return Files.isDirectory(path) ? TrustFile.find(path) : Optional.of(path);
  }
}
