package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Subject;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.PromptFitJson;
import dev.countersign.cli.guard.PromptLine;
import dev.countersign.cli.guard.PromptTexts;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.fit.prompt.PromptFit;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.prompt.PromptSettings;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code guard prompts}: calibrates the prompt gate of a model on benign texts of its users. */
@Command(
    name = "prompts",
    header = "Calibrates the prompt gate of a model on benign texts, and signs the profile.",
    description = {
      "Half of the texts set the threshold, the others check it. No attack is looked at. Without"
          + " --benign the shipped calibration is written, which is about other people's texts. The"
          + " gate stays a signal and no boundary."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  countersign guard prompts --model bot.gguf --benign questions.txt --key ci.key.pem \\",
      "      --out bot.prompt-gate.json",
      "",
      "Exit codes: 0 written, 2 the input or the usage is wrong, 3 a bug."
    })
final class GuardPromptsCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = "--model",
      paramLabel = "PATH",
      required = true,
      description = "The model that the gate stands before: the profile is for these bytes.")
  Path model;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "Where the signed profile goes.")
  Path out;

  @Option(
      names = "--benign",
      paramLabel = "FILE",
      description = "Benign texts, one a line; may be repeated. For 0.01 at least 200.")
  List<String> benign = List.of();

  @Option(
      names = "--false-positives",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "How many benign texts may be flagged, 0.01 if not told.")
  double falsePositives;

  @Mixin ClassifierOption classifier = new ClassifierOption();

  @Option(names = "--reject", description = "Suspicious texts are rejected and not only flagged.")
  boolean reject;

  @Option(
      names = "--fail-closed",
      description = "What cannot be looked at in time is rejected and not only flagged.")
  boolean failClosed;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (countersign schema guard-prompts).")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardPromptsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PromptFit fit = fit();
    Signer signer = keys.signer(console);
    List<Subject> datasets =
        benign.stream().map(file -> ModelDigests.file(Path.of(file), console)).toList();
    GuardProfile profile =
        fit.profile(
            ModelDigests.of(model, console),
            datasets,
            console.today().atStartOfDay(ZoneOffset.UTC).toInstant(),
            "countersign " + BuildInfo.version());
    AtomicFile.write(out, SignedStatement.bytes(signer, profile.statement()));
    switch (format) {
      case TEXT -> console.print(text(fit));
      case JSON -> console.emit(PromptFitJson.of(fit, out));
    }
    return ExitCode.PASS;
  }

  private PromptFit fit() {
    List<String> texts =
        benign.stream()
            .flatMap(file -> PromptTexts.of(file, true, console).stream())
            .map(PromptTexts.Named::text)
            .toList();
    try {
      PromptSettings settings =
          new PromptSettings(
              falsePositives,
              reject ? Decision.REJECT : Decision.FLAG,
              failClosed ? FailMode.CLOSED : FailMode.OPEN);
      return PromptFit.of(texts, !benign.isEmpty(), classifier.classifier(), settings);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(wrong.getMessage() + ".");
    } catch (IllegalStateException uncalibrated) {
      throw new Refused(String.valueOf(uncalibrated.getMessage()));
    }
  }

  private String text(PromptFit fit) {
    StringBuilder page = new StringBuilder();
    page.append(
        fit.texts() == 0
            ? classifier.calibration()
            : "Calibrated on %,d benign texts.\n".formatted(fit.texts()));
    fit.rates()
        .forEach(
            (name, rate) -> page.append(String.format(Locale.ROOT, "  %-26s %.4f%n", name, rate)));
    page.append("  in ").append(Safe.line(out.toString())).append("\n").append(PromptLine.NOTE);
    return page.append("\n").toString();
  }
}
