package dev.countersign.cli.command;

import dev.countersign.attest.Subject;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.FilesText;
import dev.countersign.cli.provenance.Known;
import dev.countersign.cli.provenance.LineageText;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.provenance.NearestModel;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.provenance.Trusting;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Progress;
import dev.countersign.cli.terminal.Style;
import dev.countersign.model.Repository;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.lineage.Library;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.Standing;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.provenance.record.KnownFiles;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.record.Selection;
import dev.countersign.provenance.verify.DatasetVerification;
import dev.countersign.provenance.verify.DatasetVerifier;
import dev.countersign.provenance.verify.Difference.Grade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance verify}: whether a statement is still true, and whose word it is. */
@Command(
    name = "verify",
    header = "Verifies a statement: who signed it, the bytes, and the chain back to raw data.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign provenance verify .countersign/transactions.sigstore.json",
      "  countersign provenance verify .countersign/fraud.training.sigstore.json --chain",
      "  countersign provenance verify clean.sigstore.json --public-key ada.pub.pem --data /lake",
      "",
      "Exit codes: 0 verified, 1 something proves nothing, 2 the input or the usage is wrong, 3 a"
          + " bug."
    })
final class ProvenanceVerifyCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "STATEMENT", description = "A signed statement.")
  Path file;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Where the data is: the folder that names are relative to. Otherwise the folder above"
              + " .countersign. For a training run the model; without it the model is not looked"
              + " at.")
  @Nullable Path data;

  @Option(
      names = "--append-only",
      description = "New files and rows behind those recorded are no failure.")
  boolean appendOnly;

  @Option(
      names = "--accept-pointers",
      description =
          "A pointer of Git LFS that names what was recorded counts, though nobody has read the"
              + " bytes.")
  boolean acceptPointers;

  @Option(
      names = "--incremental",
      description =
          "Does not read again what has the size, inode and times that it had when this machine last"
              + " read it. Faster, and proves less: see docs/dataset-provenance.md.")
  boolean incremental;

  @Option(
      names = "--chain",
      description = "Also every statement about what it was made of, back to raw data.")
  boolean chain;

  @Option(
      names = "--inputs",
      paramLabel = "DIR",
      description = "Where else those statements are; may be repeated.")
  List<Path> inputs = List.of();

  @Mixin TrustOptions trust = new TrustOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StatementFile statement = Datasets.statement(file);
    Trusting trusting = trusting();
    Page page = new Page(terminal.terminal(console));
    page.line(Line.of(Style.STRONG, Shown.path(file)));
    boolean good = signature(page, statement, trusting);
    good &= bytes(page, statement);
    good &= !chain || chain(page, statement, trusting);
    page.blank();
    page.line(
        good ? Line.of(Style.GOOD, "Verified.") : Line.of(Style.BAD, "Not verified: see above."));
    console.print(page.toString());
    return good ? ExitCode.PASS : ExitCode.FAIL;
  }

  private boolean signature(Page page, StatementFile statement, Trusting trusting) {
    Standing standing = trusting.judge(statement);
    boolean good = standing.state() == Standing.State.ADMITTED;
    String next =
        standing.state() == Standing.State.UNSIGNED
            ? "not signed. Sign it: countersign provenance sign " + Shown.word(file) + " --key KEY"
            : LineageText.words(standing);
    told(page, "signature", good, next);
    return good;
  }

  private boolean bytes(Page page, StatementFile statement) {
    if (statement.isDataset()) {
      return dataset(page, statement);
    }
    return data == null || model(page, statement, data);
  }

  private boolean model(Page page, StatementFile statement, Path model) {
    List<Subject> found;
    try (Progress progress = Progress.of(console, "Verifying", false)) {
      found = ModelDigests.of(model, progress);
    }
    boolean good = found.stream().allMatch(statement.statement().subjects()::contains);
    told(
        page,
        "model",
        good,
        good
            ? "the files that came out of the run"
            : "%s is not what came out of this run: its digest is sha256:%s"
                .formatted(Shown.path(model), found.getFirst().sha256().orElse("")));
    return good;
  }

  private boolean dataset(Page page, StatementFile statement) {
    DatasetStatement dataset = Datasets.dataset(statement);
    Manifest manifest = Datasets.manifest(statement, dataset);
    Path root = data == null ? Datasets.root(file) : data;
    try (Progress progress = Progress.of(console, "Verifying", false)) {
      progress.expecting(manifest.bytes());
      DatasetVerification result =
          DatasetVerifier.verify(
              manifest,
              recorder(root, dataset).telling(progress),
              Repository.rootOf(root.toAbsolutePath()));
      progress.close();
      return FilesText.write(result, allowed(), page);
    } catch (RecordingFailed failed) {
      told(page, "files", false, String.valueOf(failed.getMessage()));
      return false;
    }
  }

  private Recorder recorder(Path root, DatasetStatement dataset) {
    try {
      Selection selection = Selection.of(dataset.description().selection());
      return Recorder.of(root).selecting(selection).knowing(known(root));
    } catch (IllegalArgumentException wrong) {
      throw new Refused(file + ": its selection is malformed: " + wrong.getMessage());
    }
  }

  private KnownFiles known(Path root) {
    return incremental ? Known.of(root, console) : KnownFiles.NONE;
  }

  private List<Grade> allowed() {
    List<Grade> allowed = new ArrayList<>();
    if (acceptPointers) {
      allowed.add(Grade.CLAIMED);
    }
    if (appendOnly) {
      allowed.add(Grade.MORE);
    }
    return allowed;
  }

  private boolean chain(Page page, StatementFile statement, Trusting trusting) {
    List<Path> folders = new ArrayList<>();
    folders.add(file.toAbsolutePath().resolveSibling(""));
    folders.addAll(inputs);
    Lineage lineage = Lineage.of(statement, Library.of(folders), trusting::judge);
    boolean good = lineage.holds();
    told(page, "chain", good, good ? "every link holds, back to raw data" : "it does not hold:");
    page.blank();
    LineageText.write(lineage, page);
    return good;
  }

  private static void told(Page page, String what, boolean good, String words) {
    page.labelled(
        2,
        Line.of(what),
        14,
        Line.of(good ? Style.GOOD : Style.BAD, good ? "good: " : "bad: ").add(words));
  }

  private Trusting trusting() {
    return new Trusting(trust.policy(file), NearestModel.systemAround(file), trust.at(console));
  }
}
