package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Subject;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.InputFitReport;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.fit.input.FitOptions;
import dev.countersign.fit.input.FittedInput;
import dev.countersign.fit.input.InputFit;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.profile.GuardProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard fit}: fits the input gate of a model on its training data. */
@Command(
    name = "fit",
    header = "Fits the input gate of a model: what is unlike its training data is rejected.",
    description = {
      "Learns from training data what inputs look like, and from other rows of them how unusual an"
          + " input has to be so that no more than --false-rejects of inputs like them are"
          + " rejected. Rows that served for neither check it. The profile is bound to the model's"
          + " bytes, and signed."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign guard fit train.csv --model fraud.onnx --label is_fraud \\",
      "      --ignore customer_id,timestamp --out fraud.input-gate.json --key ci.key.pem",
      "  countersign guard fit embeddings.npy --model encoder.onnx --false-rejects 0.001 \\",
      "      --out encoder.input-gate.json --key ci.key.pem",
      "",
      "Exit codes: 0 fitted, 2 the input or the usage is wrong, 3 a bug."
    })
final class GuardFitCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(
      paramLabel = "DATA",
      description = "The training data: .csv, .tsv, .parquet or .npy, a row an input.")
  Path data;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = "--model",
      paramLabel = "PATH",
      required = true,
      description = "The model, a file or a folder: the profile is for these bytes.")
  Path model;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "Where the signed profile goes.")
  Path out;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "What the model learns; it is no feature. Classes sharpen the gate.")
  @Nullable String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description =
          "What the model says of each row. Then the gate compares an input with rows of the class"
              + " that the model gives it, and must be told that class.")
  @Nullable String prediction;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that are no features, divided by commas.")
  List<String> ignored = List.of();

  @Option(
      names = "--false-rejects",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "How many inputs like the training data may be rejected, 0.01 if not told.")
  double falseRejects;

  @Option(
      names = "--flags",
      paramLabel = "SHARE",
      description = "How many may be flagged or rejected; five times as many if not told.")
  @Nullable Double flags;

  @Option(
      names = "--coreset",
      paramLabel = "N",
      description = {
        "Rows that the profile keeps to find neighbours among; 3000 if not told, and 8000 for"
            + " inputs of more than 256 numbers. More take longer and tell more."
      })
  int coreset = FitOptions.USUAL_CORESET;

  @Option(names = "--seed", paramLabel = "N", description = "Of what is drawn, 1 if not told.")
  long seed = 1;

  @Option(
      names = "--no-header",
      description = "The first line of DATA is a row. Columns are 1, 2, 3 …")
  boolean noHeader;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (countersign schema guard-fit).")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin KeyOptions keys = new KeyOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardFitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FitOptions options = options();
    Signer signer = keys.signer(console);
    List<Subject> models = ModelDigests.of(model, console);
    List<Subject> datasets = List.of(ModelDigests.file(data, console));
    FittedInput fitted = fitted(options);
    var day = console.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    GuardProfile profile =
        fitted.profile(models, datasets, day, "countersign " + BuildInfo.version());
    byte[] signed = SignedStatement.bytes(signer, profile.statement());
    AtomicFile.write(out, signed);
    InputFitReport report = new InputFitReport(fitted, data, model, out, signed.length);
    switch (format) {
      case TEXT -> console.print(report.text(terminal.terminal(console)));
      case JSON -> console.emit(report.json());
    }
    return ExitCode.PASS;
  }

  private FitOptions options() {
    try {
      return new FitOptions(
          Optional.ofNullable(label),
          Optional.ofNullable(prediction),
          falseRejects,
          flags == null ? Math.min(0.5, Math.max(falseRejects, 5 * falseRejects)) : flags,
          coreset,
          seed);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(wrong.getMessage() + ".");
    }
  }

  private FittedInput fitted(FitOptions options) {
    Set<String> texts = new HashSet<>();
    options.label().ifPresent(texts::add);
    options.prediction().ifPresent(texts::add);
    try {
      Table table = Table.read(DataSource.of(data, !noHeader), new HashSet<>(ignored), texts, seed);
      return InputFit.of(table, options);
    } catch (UnreadableData wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused(data + " cannot be read (" + Failure.why(failed) + ").");
    }
  }
}
