package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.Scored;
import dev.countersign.cli.guard.ScoredJson;
import dev.countersign.cli.guard.ScoredText;
import dev.countersign.cli.guard.SignedProfile;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.Drift;
import dev.countersign.guard.input.InputGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard score}: what an input gate would decide about data. */
@Command(
    name = "score",
    header = "Says what an input gate would decide about each row of data, and why.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign guard score fraud.input-gate.json today.csv --public-key ci.pub.pem",
      "  countersign guard score fraud.input-gate.json today.csv --trust countersign-trust.yaml \\",
      "      --format json --fail-on moved",
      "",
      "Exit codes: 0 scored, 1 --fail-on says so, 2 the input or the usage is wrong, 3 a bug."
    })
final class GuardScoreCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(
      index = "0",
      paramLabel = "PROFILE",
      description = "What countersign guard fit wrote.")
  Path profile;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "Inputs: .csv, .tsv, .parquet or .npy, a row an input.")
  Path data;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "What the model says of each row, for a profile that was fitted with it.")
  @Nullable String prediction;

  @Option(
      names = "--no-header",
      description = "The first line of DATA is a row. Columns are 1, 2, 3 …")
  boolean noHeader;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (countersign schema guard-score).")
  TextOrJson format = TextOrJson.TEXT;

  @Option(
      names = {"-a", "--all"},
      description = "Shows rows that are accepted, too.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Text: how many rows are shown, 20 if not told.")
  int limit;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      defaultValue = "never",
      description = {
        "reject (a row is rejected), flag (or flagged), moved (rows are not distributed as the"
            + " training data were) or never."
      })
  FailOn failOn = FailOn.NEVER;

  @Mixin TrustOptions trust = new TrustOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Scored scored = scored(gate());
    switch (format) {
      case TEXT -> console.print(ScoredText.of(scored, terminal.terminal(console), limit));
      case JSON -> console.emit(ScoredJson.of(scored));
    }
    return failOn.fails(scored.drift()) ? ExitCode.FAIL : ExitCode.PASS;
  }

  private InputGate gate() {
    return SignedProfile.read(
        profile,
        Gate.INPUT,
        trust.policy(profile),
        read -> InputGate.withoutModel(read, FailMode.CLOSED));
  }

  private Scored scored(InputGate gate) {
    try {
      return Scored.of(gate, DataSource.of(data, !noHeader), Optional.ofNullable(prediction), all);
    } catch (UnreadableData wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused(data + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  /** What makes the exit code say that a gate failed. */
  enum FailOn {
    REJECT,
    FLAG,
    MOVED,
    NEVER;

    boolean fails(Drift drift) {
      return switch (this) {
        case REJECT -> drift.count(Decision.REJECT) > 0;
        case FLAG -> drift.count(Decision.REJECT) + drift.count(Decision.FLAG) > 0;
        case MOVED -> drift.moved();
        case NEVER -> false;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
