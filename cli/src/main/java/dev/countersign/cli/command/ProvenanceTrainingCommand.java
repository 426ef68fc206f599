package dev.countersign.cli.command;

import dev.countersign.attest.Statement;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.provenance.NearestModel;
import dev.countersign.cli.provenance.RunParameters;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.slsa.Dependency;
import dev.countersign.provenance.slsa.SlsaWriter;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance training}: binds a model to the datasets that it was trained on. */
@Command(
    name = "training",
    header = "Says what a model was trained on: SLSA provenance of a training run.",
    description = {
      "Names the model by its digests and each dataset by the digest of its statement, so that"
          + " check can follow model, training run and data. Signed where a key is named, otherwise"
          + " to be signed later (countersign provenance sign)."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign provenance training models/fraud.onnx --dataset"
          + " .countersign/train.dataset.json \\",
      "      --code train.py --parameter trees=10 --builder https://ci.bank.example/trainer \\",
      "      --invocation https://ci.bank.example/runs/512 --key ci.key.pem",
      "",
      "Exit codes: 0 written, 2 the input or the usage is wrong, 3 a bug."
    })
final class ProvenanceTrainingCommand implements Callable<Integer> {
  private static final String BY_HAND = "https://countersign.dev/by-hand";

  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "MODEL", description = "The model: a file or a folder.")
  Path model;

  @Option(
      names = "--dataset",
      paramLabel = "STATEMENT",
      description = "The statement about a dataset that it was trained on; may be repeated.")
  List<Path> datasets = List.of();

  @Option(
      names = "--base-model",
      paramLabel = "MODEL",
      description = "A model that was tuned further; may be repeated.")
  List<Path> bases = List.of();

  @Option(
      names = "--code",
      paramLabel = "FILE|COMMIT",
      description = "The program that trained: a file, or the full id of a git commit.")
  @Nullable String code;

  @Option(
      names = "--parameter",
      paramLabel = "KEY=VALUE",
      description = "What it was told; may be repeated.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--builder",
      paramLabel = "URI",
      defaultValue = BY_HAND,
      description = "What ran it. Otherwise ${DEFAULT-VALUE}.")
  String builder = BY_HAND;

  @Option(names = "--invocation", paramLabel = "ID", description = "Which run of it.")
  @Nullable String invocation;

  @Option(
      names = "--started",
      paramLabel = "TIME",
      description = "When it began: 2026-11-27T10:00:00Z.")
  @Nullable String started;

  @Option(names = "--finished", paramLabel = "TIME", description = "When it ended.")
  @Nullable String finished;

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "Where the statement goes. Otherwise .countersign/MODEL.training.json beside the nearest"
              + " countersign.yaml, else beside the model; signed, MODEL.training.sigstore.json.")
  @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceTrainingCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (datasets.isEmpty()) {
      throw new Refused(
          "what was it trained on? --dataset STATEMENT (countersign provenance record writes one)");
    }
    if (!Files.exists(model)) {
      throw new Refused(model + " does not exist. Name the model.");
    }
    Statement statement = SlsaWriter.write(training());
    boolean signs = keys.key != null || keys.pkcs11 != null || keys.sigstore;
    Path target = signs ? target(".training.sigstore.json") : target(".training.json");
    if (signs) {
      sign(statement, target);
    } else {
      Datasets.write(target, statement);
    }
    console.print(
        "%s\n  in %s\n\nNext:\n  countersign provenance %s\n"
            .formatted(
                "Bound "
                    + Safe.line(String.valueOf(model.getFileName()))
                    + " to "
                    + datasets.size()
                    + (datasets.size() == 1 ? " dataset." : " datasets."),
                Safe.line(Shown.path(target)),
                Safe.line(
                    signs
                        ? "verify " + Shown.word(target) + " --chain"
                        : "sign " + Shown.word(target) + " --key KEY")));
    return ExitCode.PASS;
  }

  private void sign(Statement statement, Path target) {
    AtomicFile.write(target, SignedStatement.bytes(keys.signer(console), statement));
  }

  private TrainingProvenance training() {
    return new TrainingProvenance(
        ModelDigests.of(model, console),
        TrainingProvenance.BUILD_TYPE,
        RunParameters.of(model, parameters),
        dependencies(),
        builder,
        Optional.ofNullable(invocation),
        time("--started", started),
        time("--finished", finished));
  }

  private List<Dependency> dependencies() {
    List<Dependency> dependencies = new ArrayList<>();
    for (Path file : datasets) {
      DatasetStatement dataset = Datasets.dataset(Datasets.statement(file));
      dependencies.add(Dependency.sha256(Dependency.DATASET, dataset.name(), dataset.digest()));
    }
    for (Path base : bases) {
      var subject = ModelDigests.of(base, console).getFirst();
      dependencies.add(
          Dependency.sha256(
              Dependency.BASE_MODEL, subject.name().orElse(""), subject.sha256().orElseThrow()));
    }
    if (code != null) {
      dependencies.add(code(code));
    }
    return dependencies;
  }

  private static Dependency code(String code) {
    Path file = Path.of(code);
    if (Files.isRegularFile(file)) {
      return Dependency.sha256(Dependency.CODE, Shown.path(file), StepOptions.sha256(file));
    }
    if (code.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      return Dependency.of(Dependency.CODE, "commit " + code.substring(0, 12), "gitCommit", code);
    }
    throw new Refused(
        "--code " + code + " is neither a file nor the full id of a commit (git rev-parse HEAD).");
  }

  private static Optional<Instant> time(String option, @Nullable String text) {
    try {
      return Optional.ofNullable(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException wrong) {
      throw new Refused(option + " is '" + text + "' and no time such as 2026-11-27T10:00:00Z.");
    }
  }

  private Path target(String ending) {
    if (out != null) {
      return out;
    }
    String file = String.valueOf(model.toAbsolutePath().normalize().getFileName());
    int dot = file.lastIndexOf('.');
    String name = dot > 0 ? file.substring(0, dot) : file;
    Path beside = model.toAbsolutePath().normalize().resolveSibling("");
    Path folder = NearestModel.from(beside).map(NearestModel::folder).orElse(beside);
    return folder.resolve(Datasets.FOLDER).resolve(name + ending);
  }
}
