package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.gateway.Serving;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guard serve}: the gateway. */
@Command(
    name = "serve",
    header = "Starts the gateway: gates before and behind servers of models.",
    description = {
      "A reverse proxy for the Open Inference Protocol and OpenAI's API (docs/gateway.md). It runs"
          + " until it is told to stop (SIGTERM, or Control-C), and finishes what it works on."
          + " A changed configuration or profile is put in place while it runs."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign guard serve --config gateway.yaml",
      "  countersign guard serve --demo        with a server to try it on",
      "",
      "Exit codes: 0 it was told to stop, 2 the configuration or the usage is wrong, 3 a bug."
    })
final class GuardServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (docs/schema/gateway-1.schema.json).")
  @Nullable Path config;

  @Option(
      names = "--demo",
      description = {
        "Also starts a server of models to try the gateway on: a model demo, a model fraud (that of"
            + " examples/card-fraud), and a language model echo. Without --config the gateway stands"
            + " before that."
      })
  boolean demo;

  @Option(
      names = "--demo-port",
      paramLabel = "PORT",
      defaultValue = "8099",
      description = "Where that listens, on this machine only; ${DEFAULT-VALUE} otherwise.")
  int demoPort = 8099;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (config == null && !demo) {
      throw new Refused("no configuration. Name one (--config FILE), or try it with --demo.");
    }
    try (Serving serving =
        demo ? Serving.demo(config, demoPort, console) : Serving.of(config, console)) {
      serving.untilToldToStop();
    }
    return ExitCode.PASS;
  }
}
