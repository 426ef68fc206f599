package dev.countersign.cli.command;

import dev.countersign.bom.Bill;
import dev.countersign.bom.gather.Gathering;
import dev.countersign.bom.gather.Order;
import dev.countersign.cli.bom.AskedSystems;
import dev.countersign.cli.bom.AskedSystems.Asked;
import dev.countersign.cli.bom.BomFiles;
import dev.countersign.cli.bom.BomFormat;
import dev.countersign.cli.bom.BomTime;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Progress;
import dev.countersign.cli.terminal.Safe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bom}: what a system is made of, as a bill of materials. */
@Command(
    name = "bom",
    header = "Writes an AI bill of materials: models, data, prompts, services, libraries.",
    description = {
      "Of each countersign.yaml at PATH: models with their weights by digest and what they say of"
          + " themselves, datasets, prompts, agents, MCP servers, hosted models and the libraries of"
          + " the lock files. Where there is no countersign.yaml, of what is found in the files. It"
          + " reads files only, runs nothing and opens no connection."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign bom                            of this folder, on standard output",
      "  countersign bom --out bom services/fraud   as files in a folder, named by the system",
      "",
      "Exit codes: 0 written, 2 the input or the usage is wrong, 3 a bug."
    })
final class BomCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "A folder or a countersign.yaml. Otherwise the current folder.")
  Path path = Path.of(".");

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      split = ",",
      description = "cyclonedx (1.6). Otherwise cyclonedx.")
  List<BomFormat> to = List.of(BomFormat.CYCLONEDX);

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE|DIR",
      description = "Where to write. Otherwise standard output.")
  @Nullable Path out;

  @Option(names = "--no-hash", description = "Hashes no file: quick, but nothing can be verified.")
  boolean noHash;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = {
        "The day that the document states. Otherwise the time in SOURCE_DATE_EPOCH, or today."
      })
  @Nullable LocalDate asOf;

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows no progress.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  BomCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AskedSystems asked = AskedSystems.at(path);
    asked.limits().forEach(limit -> console.complain("countersign: " + Safe.line(limit) + "\n"));
    if (!asked.problems().isEmpty()) {
      console.complain(ProblemReport.of(asked.problems(), "no bill of materials"));
      return ExitCode.WRONG;
    }
    List<Bill> bills = asked.systems().stream().map(this::bill).toList();
    new BomFiles(console, Optional.ofNullable(out)).write(documents(bills));
    bills.forEach(this::tell);
    return ExitCode.PASS;
  }

  private Bill bill(Asked asked) {
    try (Progress progress = Progress.of(console, "Hashing", quiet)) {
      return Gathering.of(
          new Order(
              asked.model(),
              asked.drafted(),
              asked.hubModels(),
              asked.folder(),
              BomTime.of(Optional.ofNullable(asOf), console),
              BuildInfo.version(),
              !noHash,
              progress));
    } catch (IOException failed) {
      throw new Refused(
          "a file of %s cannot be read (%s). Make it readable, or correct files in %s."
              .formatted(asked.model().info().id(), Failure.why(failed), asked.model().file()));
    }
  }

  private Map<String, byte[]> documents(List<Bill> bills) {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (Bill bill : bills) {
      for (BomFormat format : to) {
        documents.put(bill.system().name() + "." + format.ending(), format.write(bill));
      }
    }
    return documents;
  }

  /** What a reader should know stands in the document, too; a person sees it here. */
  private void tell(Bill bill) {
    bill.notes().forEach(note -> console.complain("countersign: " + Safe.line(note) + "\n"));
  }
}
