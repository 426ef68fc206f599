package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.watch.DetectorList;
import dev.countersign.watch.detector.Detectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watch detectors}: what can be watched for. */
@Command(
    name = "detectors",
    header = "Lists the detectors, what they find and what they measure.",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Examples:", "  countersign watch detectors", "", "Exit codes: 0 always."})
final class WatchDetectorsCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  WatchDetectorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.print(DetectorList.text(Detectors.all()));
    return ExitCode.PASS;
  }
}
