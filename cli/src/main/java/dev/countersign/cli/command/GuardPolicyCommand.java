package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.ToolRuns;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.fit.tool.ToolPolicyDraft;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard policy}: drafts a tool policy. */
@Command(
    name = "policy",
    header = "Drafts a tool policy from countersign.yaml and from recorded runs.",
    description = {
      "What the model says of tools, of who writes what they return and of limits is taken over;"
          + " what it does not say is guessed from the names of tools and arguments, and the line"
          + " says so. The draft is for a person to correct."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign guard policy",
      "  countersign guard policy --traces runs.jsonl --out tool-policy.yaml",
      "",
      "Exit codes: 0 drafted, 2 the input or the usage is wrong, 3 a bug."
    })
final class GuardPolicyCommand implements Callable<Integer> {
  private static final Path MODEL = Path.of("countersign.yaml");

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The system model, or its folder. Otherwise countersign.yaml, if it is here.")
  @Nullable Path file;

  @Option(
      names = "--traces",
      paramLabel = "FILE",
      description = {
        "Recorded runs, from which the tools and arguments that are called are taken; may be"
            + " repeated. Use runs without attacks."
      })
  List<Path> traces = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the draft goes; never overwrites. Otherwise standard output.")
  @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardPolicyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path named = file == null ? MODEL : Files.isDirectory(file) ? file.resolve(MODEL) : file;
    if (file == null && traces.isEmpty() && !Files.exists(MODEL)) {
      throw new Refused(
          "there is no countersign.yaml here. Name one, or recorded runs with --traces FILE.");
    }
    Optional<SystemModel> system = Optional.empty();
    if (file != null || Files.exists(MODEL)) {
      ModelReader.Result read = ModelReader.read(named);
      if (read.model().isEmpty()) {
        console.complain(ProblemReport.of(read.problems(), "no draft"));
        return ExitCode.WRONG;
      }
      system = read.model();
    }
    write(ToolPolicyDraft.of(system, ToolRuns.called(traces)));
    return ExitCode.PASS;
  }

  private void write(String draft) {
    if (out == null) {
      console.emit(draft);
      return;
    }
    NewFile.write(out, draft);
    console.print(
        "Drafted.\n  in %s\n\nNext: correct it, then\n  countersign guard replay %s RUNS.jsonl\n"
            .formatted(Safe.line(Shown.path(out)), Safe.line(Shown.word(out))));
  }
}
