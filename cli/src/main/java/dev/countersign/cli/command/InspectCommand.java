package dev.countersign.cli.command;

import dev.countersign.cli.check.PolicyAround;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.inspect.InspectJson;
import dev.countersign.cli.inspect.InspectSarif;
import dev.countersign.cli.inspect.InspectText;
import dev.countersign.cli.inspect.Results;
import dev.countersign.cli.inspect.ScanAttestation;
import dev.countersign.cli.inspect.Watching;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.inspect.scan.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what is in model artefacts, and what loading them would do. */
@Command(
    name = "inspect",
    header = "Says what is in a model file and what loading it would do, without loading it.",
    description = {
      "Looks into every file at PATH and into archives in it, by what is in them and by what their"
          + " names promise. Nothing is executed, deserialised or fetched, and of weights only the"
          + " headers are read. An import that is on no list is unknown, which is suspicious and"
          + " not malicious; a policy may allow it."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign inspect model.pt                     one file",
      "  countersign inspect --all models                 a folder, with what models say of"
          + " themselves",
      "  countersign inspect --format sarif models > inspect.sarif",
      "  countersign inspect models --attest models.scan.json --key ci.key.pem",
      "",
      "Exit codes: 0 nothing found, 1 something as bad as --fail-on, 2 the input or the usage is",
      "wrong, 3 a bug."
    })
final class InspectCommand implements Callable<Integer> {
  private final Console console;
  private final Map<Path, ArtefactPolicy> policies = new HashMap<>();
  private final Map<ArtefactPolicy, Inspector> inspectors = new HashMap<>();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or folders to look below.")
  List<Path> paths = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json (docs/schema/inspect-1.schema.json) or sarif.")
  InspectFormat format = InspectFormat.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      defaultValue = "error",
      description = {
        "error (also fails where a file cannot be read to its end), suspicious, malicious or never."
      })
  FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = {
        "The policy whose section artefacts says which formats and calls are allowed. Otherwise"
            + " the nearest countersign-policy.yaml to each PATH."
      })
  @Nullable Path policy;

  @Option(names = "--hash", description = "Gives the SHA-256 of each file.")
  boolean hash;

  @Option(
      names = {"-a", "--all"},
      description = "Text: clean files, notes, every place, and what models say of themselves.")
  boolean all;

  @Option(
      names = "--attest",
      paramLabel = "FILE",
      description = {
        "Writes a signed statement of what was found in which bytes, which is evidence of kind"
            + " artefact-scan for check. Needs something to sign with."
      })
  @Nullable Path attest;

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-q", "--quiet"},
      description = "Text: only what is wrong, without advice and summary.")
  boolean quiet;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    paths.forEach(InspectCommand::refuseMissing);
    Optional<ScanAttestation> attestation =
        Optional.ofNullable(attest).map(file -> new ScanAttestation(keys.signer(console), file));
    Results results = results();
    switch (format) {
      case JSON -> console.emit(InspectJson.of(results, BuildInfo.version()));
      case SARIF -> console.emit(InspectSarif.of(results, BuildInfo.version()));
      case TEXT -> console.print(InspectText.of(results, terminal.terminal(console), all, quiet));
    }
    attestation.ifPresent(signing -> attested(signing, results));
    return failOn.fails(results.verdict()) || failOn != FailOn.NEVER && !results.limits().isEmpty()
        ? ExitCode.FAIL
        : ExitCode.PASS;
  }

  private void attested(ScanAttestation signing, Results results) {
    signing.write(results, inspectors.keySet(), console);
    if (format == InspectFormat.TEXT && !quiet) {
      console.print("Signed: " + Shown.path(signing.file()) + "\n");
    }
  }

  private Results results() throws InterruptedException {
    List<Inspected> files = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    try (Watching watching = Watching.of(console, quiet)) {
      for (Path path : paths) {
        Scan scan = Scan.by(inspector(path), limits::add);
        scan.of(
            path,
            file -> {
              files.add(file);
              watching.seen(file);
            });
      }
    } catch (IOException failed) {
      throw new Refused("the files cannot be read (" + Failure.why(failed) + ").");
    }
    return new Results(files, limits);
  }

  private Inspector inspector(Path path) {
    return inspectors.computeIfAbsent(policyAround(path), this::under);
  }

  private ArtefactPolicy policyAround(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().resolveSibling("");
    return policies.computeIfAbsent(
        folder, around -> PolicyAround.of(around, Optional.ofNullable(policy)).artefacts());
  }

  private Inspector under(ArtefactPolicy judging) {
    Inspector inspector = Inspector.under(judging);
    return hash || attest != null ? inspector.hashing() : inspector;
  }

  private static void refuseMissing(Path path) {
    if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
      throw new Refused(
          path
              + (Files.exists(path) ? " is neither a file nor a folder." : " does not exist.")
              + " Name a model file, or a folder that holds some.");
    }
  }

  /** From which verdict on the exit code says that the gate failed. */
  enum FailOn {
    ERROR(Optional.of(Verdict.ERROR)),
    SUSPICIOUS(Optional.of(Verdict.SUSPICIOUS)),
    MALICIOUS(Optional.of(Verdict.MALICIOUS)),
    NEVER(Optional.empty());

    private final Optional<Verdict> least;

    FailOn(Optional<Verdict> least) {
      this.least = least;
    }

    boolean fails(Verdict verdict) {
      return least.filter(bound -> verdict.compareTo(bound) >= 0).isPresent();
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
