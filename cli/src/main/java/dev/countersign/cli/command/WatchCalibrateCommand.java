package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.watch.CalibrationLog;
import dev.countersign.cli.watch.CalibrationText;
import dev.countersign.cli.watch.VulnerableRecords;
import dev.countersign.runner.calibrate.Calibrated;
import dev.countersign.runner.calibrate.Calibrator;
import dev.countersign.runner.calibrate.TooLittle;
import dev.countersign.watch.baseline.Baseline;
import dev.countersign.watch.log.LineParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch calibrate}: what is usual of a model, signed. */
@Command(
    name = "calibrate",
    header = "Learns from a log of benign traffic what is usual of a model, and signs it.",
    description = {
      "Thresholds are found so that a benign client causes no more false alarms a day than the"
          + " budget (docs/watch-calibration.md). The log is read twice, so it cannot be standard"
          + " input; an attack in it would count as usual."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign watch calibrate log.jsonl --model-file fraud.onnx --key ml.key.pem \\",
      "      --out fraud.baseline.json",
      "  countersign watch calibrate may.jsonl june.jsonl --for fraud --element fraud-gbt \\",
      "      --budget 0.001 --model-file countersign.yaml --key ml.key.pem --out fraud.baseline.json",
      "  countersign watch calibrate calls.jsonl --whole-system --model-file countersign.yaml \\",
      "      --key ml.key.pem --out agent.baseline.json",
      "",
      "Exit codes: 0 signed, 2 the input or the usage is wrong, or the log is too small, 3 a bug."
    })
final class WatchCalibrateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "LOG", description = "Files.")
  List<Path> logs = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Where the signed baseline goes.")
  Path out;

  @Option(
      names = "--model-file",
      required = true,
      paramLabel = "FILE",
      description =
          "A file of the model, to which the baseline is bound by its SHA-256; may be repeated. Of a"
              + " model that is no file here the countersign.yaml of its system.")
  List<Path> models = List.of();

  @Option(
      names = "--for",
      paramLabel = "MODEL",
      description = "Which model of the log, as the log names it, where there are several.")
  @Nullable String model;

  @Option(
      names = "--whole-system",
      description =
          "One baseline of all models of the log together. In service it is that of the models of"
              + " its system that have none of their own, such as the tools that an agent calls.")
  boolean wholeSystem;

  @Option(
      names = "--element",
      paramLabel = "ID",
      description = "What the model is called in countersign.yaml; otherwise as in the log.")
  @Nullable String element;

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "0.0001",
      description =
          "False alarms that a benign client may cause a day, ${DEFAULT-VALUE} otherwise.")
  double budget = 0.0001;

  @Option(
      names = "--vulnerable",
      paramLabel = "TABLE",
      description =
          "Records that an audit found vulnerable to membership inference: .csv, .tsv, .parquet or"
              + " .npy, nothing but the model's features, in their order. The baseline holds"
              + " fingerprints of them (docs/watch-membership.md).")
  @Nullable Path vulnerable;

  @Mixin WatchParsingOptions parsing = new WatchParsingOptions();
  @Mixin WatchKindOptions kinds = new WatchKindOptions();
  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  WatchCalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!(budget > 0 && budget <= 1)) {
      throw new Refused("--budget is above 0 and at most 1.");
    }
    if (wholeSystem && model != null) {
      throw new Refused("--for names one model, and --whole-system is all of them. Leave one out.");
    }
    Optional<Supplier<LineParser>> parser = parsing.parser(console);
    if (parser.isEmpty()) {
      return ExitCode.WRONG;
    }
    // Whoever forgot the key does not wait for the log to be read first.
    Signer signer = keys.signer(console);
    CalibrationLog log = new CalibrationLog(logs, parser.get());
    Calibrated found = chosen(calibrated(log));
    sign(element == null ? found : found.named(element), log, signer);
    return ExitCode.PASS;
  }

  private List<Calibrated> calibrated(CalibrationLog log) {
    try {
      return calibrator().calibrate(log);
    } catch (IllegalArgumentException unfit) {
      throw new Refused("%s: %s.".formatted(vulnerable, unfit.getMessage()));
    } catch (TooLittle little) {
      throw new Refused(little.getMessage());
    } catch (IOException failed) {
      throw new Refused("the log cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private Calibrator calibrator() {
    Calibrator one = new Calibrator(kinds.kinds(), budget);
    Calibrator scoped = wholeSystem ? one.ofWholeSystems() : one;
    return vulnerable == null ? scoped : scoped.knowing(VulnerableRecords.in(vulnerable));
  }

  private Calibrated chosen(List<Calibrated> all) {
    List<Calibrated> fitting =
        all.stream().filter(one -> model == null || one.usual().model().equals(model)).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    throw new Refused(
        "the log has traffic enough of %s. %s"
            .formatted(
                all.stream()
                    .map(one -> one.usual().system() + "/" + one.usual().model())
                    .collect(Collectors.joining(", ")),
                wholeSystem
                    ? "Give a log of one system."
                    : "Name one of them: --for MODEL; or take them together: --whole-system."));
  }

  private void sign(Calibrated found, CalibrationLog log, Signer signer) {
    Baseline baseline =
        new Baseline(
            models.stream().map(one -> ModelDigests.file(one, console)).toList(),
            logs.stream().map(one -> ModelDigests.file(one, console)).toList(),
            console.today().atStartOfDay(ZoneOffset.UTC).toInstant(),
            "countersign " + BuildInfo.version(),
            found.calibration(),
            found.usual());
    AtomicFile.write(out, SignedStatement.bytes(signer, baseline.statement()));
    console.print(
        "%sSigned with %s\n  in %s\n"
            .formatted(
                CalibrationText.of(found, log.malformed()),
                Safe.line(signer.describe()),
                Safe.line(Shown.path(out))));
  }
}
