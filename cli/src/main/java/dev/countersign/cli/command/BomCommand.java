package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.bom.Bill;
import dev.countersign.bom.gather.Gathering;
import dev.countersign.bom.gather.Order;
import dev.countersign.bom.score.Score;
import dev.countersign.cli.bom.AskedSystems;
import dev.countersign.cli.bom.AskedSystems.Asked;
import dev.countersign.cli.bom.BomDocuments;
import dev.countersign.cli.bom.BomFiles;
import dev.countersign.cli.bom.BomFormat;
import dev.countersign.cli.bom.BomTime;
import dev.countersign.cli.bom.MergedBill;
import dev.countersign.cli.bom.ScoreJson;
import dev.countersign.cli.bom.ScoreText;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.terminal.Progress;
import dev.countersign.cli.terminal.Safe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  countersign bom --to cyclonedx,spdx --out bom/",
      "                                             both, as files in a folder, named by the system",
      "  countersign bom --merge syft.cdx.json      with the components of another tool's bill",
      "  countersign bom --score                    how complete it is, and where the rest could be had",
      "  countersign bom --sign --key ci.key.pem --out fraud.cdx.sigstore.json services/fraud",
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
      description = {
        "cyclonedx (1.6) or spdx (3.0.1, with its profiles for AI and data), several by comma."
            + " Otherwise cyclonedx."
      })
  List<BomFormat> to = List.of(BomFormat.CYCLONEDX);

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE|DIR",
      description = "Where to write. Otherwise standard output.")
  @Nullable Path out;

  @Option(
      names = "--merge",
      paramLabel = "SBOM",
      description = {
        "A bill of another tool, CycloneDX or SPDX in JSON: its components are kept, what is in both"
            + " stands there once. For one system."
      })
  @Nullable Path merge;

  @Option(
      names = "--score",
      description = {
        "Writes no bill but what of the minimum elements of the G7, CISA and NTIA it has, and where"
            + " each missing one could be had."
      })
  boolean score;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "With --score: text or json (docs/schema/bom-score-1.schema.json).")
  TextOrJson format = TextOrJson.TEXT;

  @Option(
      names = "--sign",
      description = {
        "Writes each document as the predicate of a signed statement about the files in it, a"
            + " Sigstore bundle: NAME.sigstore.json."
      })
  boolean sign;

  @Mixin KeyOptions keys = new KeyOptions();

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

  @Mixin TerminalOptions terminal = new TerminalOptions();

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
    if (merge != null && asked.systems().size() > 1) {
      throw new Refused(
          "--merge is for one system, and there are %d at %s. Name one of them."
              .formatted(asked.systems().size(), path));
    }
    List<MergedBill> bills = asked.systems().stream().map(this::merged).toList();
    if (score) {
      score(bills.stream().map(merged -> Score.of(merged.bill(), sign)).toList());
    } else {
      new BomFiles(console, Optional.ofNullable(out)).write(documents(bills));
    }
    bills.forEach(merged -> tell(merged.bill()));
    return ExitCode.PASS;
  }

  private void score(List<Score> scores) {
    switch (format) {
      case JSON -> console.emit(ScoreJson.of(scores));
      case TEXT -> console.print(ScoreText.of(scores, terminal.terminal(console)));
    }
  }

  private MergedBill merged(Asked asked) {
    Bill bill = bill(asked);
    return merge == null ? MergedBill.of(bill) : MergedBill.of(bill, merge);
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

  private Map<String, byte[]> documents(List<MergedBill> bills) {
    Optional<Signer> signer = sign ? Optional.of(keys.signer(console)) : Optional.empty();
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (MergedBill bill : bills) {
      for (BomFormat wanted : new LinkedHashSet<>(to)) {
        String name = bill.bill().system().name() + "." + wanted.ending();
        if (signer.isPresent()) {
          String signed = name.replaceFirst("json$", "sigstore.json");
          documents.put(signed, signed(bill, wanted, signer.get()));
        } else {
          documents.put(name, BomDocuments.bytes(bill.write(wanted)));
        }
      }
    }
    return documents;
  }

  private static byte[] signed(MergedBill bill, BomFormat wanted, Signer signer) {
    return SignedStatement.bytes(
        signer, BomDocuments.statement(wanted, bill.bill(), bill.write(wanted)));
  }

  /** What a reader should know stands in the document, too; a person sees it here. */
  private void tell(Bill bill) {
    bill.notes().forEach(note -> console.complain("countersign: " + Safe.line(note) + "\n"));
  }
}
