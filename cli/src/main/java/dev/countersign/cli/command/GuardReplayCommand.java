package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.guard.ToolReplay;
import dev.countersign.cli.guard.ToolRuns;
import dev.countersign.fit.tool.ToolPolicyReader;
import dev.countersign.fit.tool.replay.Replay;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.policy.ToolPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard replay}: what a tool policy would have said of recorded runs. */
@Command(
    name = "replay",
    header = "Says what a tool policy would have allowed, asked and denied in recorded runs.",
    description = {
      "A run is one line of JSON with messages, as OpenAI's chat API has them or as AgentDojo and"
          + " AgentDyn record them; files may be compressed with gzip. Every ask counts as endorsed"
          + " unless --refuse is given."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign guard replay tool-policy.yaml runs.jsonl",
      "  countersign guard replay guess runs.jsonl.gz --format json",
      "",
      "Exit codes: 0 nothing was denied, 1 something was, 2 the input or the usage is wrong, 3 a",
      "bug."
    })
final class GuardReplayCommand implements Callable<Integer> {
  private static final String GUESS = "guess";

  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(
      index = "0",
      paramLabel = "POLICY",
      description = "A tool policy; the word guess for what is made of names alone.")
  String policy;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TRACES", description = "JSON Lines.")
  List<Path> traces = List.of();

  @Option(
      names = "--refuse",
      description = "Every ask counts as refused: nobody is there to endorse.")
  boolean refuse;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (countersign schema guard-replay).")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<ToolPolicy> read = policy();
    if (read.isEmpty()) {
      return ExitCode.WRONG;
    }
    ToolGate gate = ToolGate.of(read.get());
    List<Replay> runs = new ArrayList<>();
    ToolRuns.each(traces, run -> runs.add(Replay.of(run, gate, ruling -> !refuse)));
    ToolReplay replay = new ToolReplay(runs);
    if (format == TextOrJson.JSON) {
      console.emit(replay.json());
    } else {
      console.print(replay.text(terminal.terminal(console)));
    }
    return replay.denied() ? ExitCode.FAIL : ExitCode.PASS;
  }

  private Optional<ToolPolicy> policy() {
    if (policy.equals(GUESS)) {
      return Optional.of(ToolPolicy.guessed());
    }
    ToolPolicyReader.Result read = ToolPolicyReader.read(Path.of(policy));
    if (read.policy().isEmpty()) {
      console.complain(ProblemReport.of(read.problems(), "nothing replayed"));
    }
    return read.policy();
  }
}
