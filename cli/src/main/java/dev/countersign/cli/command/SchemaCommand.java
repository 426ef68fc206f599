package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.schema.Schemas;
import java.util.Locale;
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
              + " writes); check, diff, maturity, status, inspect, discover or bom (the output"
              + " of that command with --format json); sign-off, artefact-scan, guard-profile or"
              + " guard-heartbeat (the predicate of that statement). Otherwise model.")
  Subject subject = Subject.MODEL;

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
    console.emit(
        switch (subject) {
          case MODEL -> Schemas.model();
          case POLICY -> Schemas.policy();
          case TRUST -> Schemas.trust();
          case CHECK -> Schemas.check();
          case DIFF -> Schemas.diff();
          case MATURITY -> Schemas.maturity();
          case STATUS -> Schemas.status();
          case INSPECT -> Schemas.inspect();
          case ARTEFACT_SCAN -> Schemas.artefactScan();
          case GUARD_PROFILE -> Schemas.guardProfile();
          case GUARD_HEARTBEAT -> Schemas.guardHeartbeat();
          case GATEWAY -> Schemas.gateway();
          case INFERENCE_LOG -> Schemas.inferenceLog();
          case DISCOVER -> Schemas.discover();
          case BOM -> Schemas.bom();
          case SIGN_OFF -> Schemas.signOff();
        });
    return ExitCode.PASS;
  }

  /** What there are schemas of. */
  enum Subject {
    MODEL,
    POLICY,
    TRUST,
    CHECK,
    DIFF,
    MATURITY,
    STATUS,
    INSPECT,
    DISCOVER,
    BOM,
    ARTEFACT_SCAN,
    GUARD_PROFILE,
    GUARD_HEARTBEAT,
    GATEWAY,
    INFERENCE_LOG,
    SIGN_OFF;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
