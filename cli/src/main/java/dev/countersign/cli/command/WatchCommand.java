package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.cli.watch.WatchEnd;
import dev.countersign.cli.watch.WatchRequest;
import dev.countersign.cli.watch.WatchViews;
import dev.countersign.cli.watch.Watching;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.run.Ended;
import dev.countersign.watch.baseline.BaselineFile;
import dev.countersign.watch.log.LineParser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: detectors over a log. */
@Command(
    name = "watch",
    header = "Reads a log of requests and tells of attacks that only their sequence shows.",
    description = {
      "Reads the inference log (docs/inference-log.md): JSON Lines, plain, gzip or zstd, or Parquet. Alerts say"
          + " what was seen, how unusual it is, which requests show it, and what to do"
          + " (docs/watch.md). Lines that are no events are counted and never stop it."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign watch log.jsonl",
      "  countersign watch --follow --checkpoint state --alerts jsonl:alerts.jsonl log.jsonl",
      "  countersign watch --baseline fraud.baseline.json --public-key ml.pub.pem log.jsonl",
      "  countersign watch --mapping kserve events.jsonl",
      "  countersign watch --follow --checkpoint state kafka://broker1:9092,broker2:9092/inference",
      "  zcat old/*.gz | countersign watch --fail-on high -",
      "",
      "Exit codes: 0 the logs were read, or it was told to stop, 1 an alert of --fail-on came, 2"
          + " the",
      "input or the usage is wrong, a part could not be read, or alerts were not taken, 3 a bug."
    })
final class WatchCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "LOG",
      description =
          "Files, or folders with files whose names end with .jsonl, .ndjson, .json, .log or"
              + " .parquet, rotated and compressed ones too; - alone for standard input;"
              + " kafka://BROKER:PORT,…/TOPIC alone for a topic of Kafka.")
  List<String> logs = List.of();

  @Mixin WatchParsingOptions parsing = new WatchParsingOptions();
  @Mixin WatchLogOptions log = new WatchLogOptions();
  @Mixin WatchKafkaOptions kafka = new WatchKafkaOptions();
  @Mixin WatchKindOptions kinds = new WatchKindOptions();
  @Mixin WatchMemoryOptions memory = new WatchMemoryOptions();
  @Mixin WatchAlertOptions alerts = new WatchAlertOptions();
  @Mixin WatchViewOptions view = new WatchViewOptions();
  @Mixin TrustOptions trust = new TrustOptions();
  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  private WatchCommand(Console console) {
    this.console = console;
  }

  static CommandLine create(Console console) {
    return new CommandLine(new WatchCommand(console))
        .addSubcommand("calibrate", new WatchCalibrateCommand(console))
        .addSubcommand("detectors", new WatchDetectorsCommand(console));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (logs.isEmpty()) {
      throw new Refused(
          "no log. Name files or folders, a topic (kafka://broker:9092/topic), or - for standard input.");
    }
    memory.check();
    Optional<Supplier<LineParser>> parser = parsing.parser(console);
    if (parser.isEmpty()) {
      return ExitCode.WRONG;
    }
    Ended ended = watch(parser.get());
    console.complain(WatchEnd.text(ended));
    if (ended.unreadable() > 0 || ended.undelivered() > 0) {
      return ExitCode.WRONG;
    }
    return alerts.fails(ended.progress()) ? ExitCode.FAIL : ExitCode.PASS;
  }

  private Ended watch(Supplier<LineParser> parser) throws InterruptedException {
    List<BaselineFile> baselines = memory.baselines(trust);
    Terminal shown = terminal.terminal(console);
    try (WatchViews views = view.open(console, shown, kinds.kinds(), baselines, trust)) {
      return Watching.watch(request(parser, baselines, views), console);
    }
  }

  private WatchRequest request(
      Supplier<LineParser> parser, List<BaselineFile> baselines, WatchViews views) {
    KafkaConfig settings = kafka.config();
    return new WatchRequest(
        logs,
        log.follow,
        settings,
        parser,
        kinds.kinds(),
        baselines.stream().map(file -> file.baseline().usual()).toList(),
        alerts.open(console, terminal, settings, view.takesTheScreen(console)),
        views.watchers(),
        Optional.ofNullable(log.checkpoint),
        log.every(),
        Optional.ofNullable(log.deadLetters),
        memory.threads,
        memory.mostClients);
  }
}
