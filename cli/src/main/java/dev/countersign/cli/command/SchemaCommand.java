package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.schema.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema}: the JSON Schemas of what Countersign reads and writes. */
@Command(
    name = "schema",
    header = "Prints a JSON Schema (2020-12).",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "For completion and checks in an editor with a YAML language server, save it beside the file",
      "and let the file's first line be:",
      "  # yaml-language-server: $schema=countersign.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      defaultValue = "model",
      description =
          "model, policy, trust or gateway (countersign.yaml, countersign-policy.yaml,"
              + " countersign-trust.yaml, gateway.yaml); inference-log (a line of what the gateway"
              + " writes); watch-alert (a line of watch --alerts jsonl:FILE); check, diff,"
              + " maturity, status, verify, inspect, discover, bom, guard-check, guard-fit,"
              + " guard-prompt, guard-prompts, guard-replay or guard-score (the output of that"
              + " command with --format json); sign-off, artefact-scan, guard-profile,"
              + " guard-heartbeat or watch-heartbeat (the predicate of that statement). Otherwise"
              + " model.")
  Schema schema = Schema.MODEL;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.emit(schema.text());
    return ExitCode.PASS;
  }
}
