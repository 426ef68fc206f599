package dev.countersign.cli.command;

import dev.countersign.attest.Subject;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.LineageText;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.provenance.Trusting;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.lineage.Library;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.Standing;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.record.Selection;
import dev.countersign.provenance.verify.DatasetVerification;
import dev.countersign.provenance.verify.DatasetVerifier;
import dev.countersign.provenance.verify.Difference;
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
  private static final int LISTED = 20;

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
    Trusting trusting = new Trusting(trust.policy(file), trust.at(console));
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
    List<Subject> found = ModelDigests.of(model);
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
    try {
      Recorder recorder =
          Recorder.of(root).selecting(Selection.of(dataset.description().selection()));
      return told(page, DatasetVerifier.verify(manifest, recorder));
    } catch (RecordingFailed failed) {
      told(page, "files", false, String.valueOf(failed.getMessage()));
      return false;
    } catch (IllegalArgumentException wrong) {
      throw new Refused(file + ": its selection is malformed: " + wrong.getMessage());
    }
  }

  private boolean told(Page page, DatasetVerification result) {
    switch (result) {
      case DatasetVerification.Holds holds -> {
        told(page, "files", true, "%,d as recorded".formatted(holds.found().entries().size()));
        return true;
      }
      case DatasetVerification.Grown grown -> {
        String words = "all as recorded, and %,d more or longer".formatted(grown.total());
        told(
            page,
            "files",
            appendOnly,
            appendOnly ? words : words + " (--append-only lets that be; or record again)");
        list(page, grown.more());
        return appendOnly;
      }
      case DatasetVerification.Changed changed -> {
        told(
            page,
            "files",
            false,
            "%,d are not as recorded. Restore them, or record and sign anew."
                .formatted(changed.total()));
        list(page, changed.differences());
        return false;
      }
    }
  }

  private static void list(Page page, List<Difference> differences) {
    for (Difference difference : differences.subList(0, Math.min(LISTED, differences.size()))) {
      page.line(4, Line.of(words(difference)));
    }
    if (differences.size() > LISTED) {
      page.line(4, Line.of("and " + (differences.size() - LISTED) + " more"));
    }
  }

  private static String words(Difference difference) {
    return switch (difference) {
      case Difference.Added added -> "new      " + added.name();
      case Difference.Appended appended ->
          "longer   %s (%,d bytes more)"
              .formatted(appended.name(), appended.found().bytes() - appended.expected().bytes());
      case Difference.Removed removed -> "missing  " + removed.name();
      case Difference.Changed changed ->
          "changed  %s: expected sha256:%s, found sha256:%s"
              .formatted(changed.name(), changed.expected().digest(), changed.found().digest());
    };
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
}
