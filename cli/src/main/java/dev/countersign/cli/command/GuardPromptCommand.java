package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.PromptLine;
import dev.countersign.cli.guard.PromptTexts;
import dev.countersign.cli.guard.SignedProfile;
import dev.countersign.cli.trust.GivenTrust;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard prompt}: what the prompt gate says of texts. */
@Command(
    name = "prompt",
    header = "Says how much a text looks like an order to a model. A signal, no boundary.",
    description = {
      "Takes disguises off the text, scores windows of it, and says how unusual the highest one is"
          + " among benign texts. It is for triage and logs: an attack that is worded unlike those"
          + " it was trained on is accepted. What a model may cause is the tool gate's business."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign guard prompt mail.txt",
      "  countersign guard prompt --lines --format json questions.txt > scored.jsonl",
      "  countersign guard prompt --profile bot.prompt-gate.json --public-key ci.pub.pem -",
      "",
      "Exit codes: 0 scored, 1 with --fail-on-flag and a text flagged, 2 the input or the usage is",
      "wrong, 3 a bug."
    })
final class GuardPromptCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Texts in UTF-8, or - for standard input, which is read if none is named.")
  List<String> files = List.of("-");

  @Option(names = "--lines", description = "Each line of a file is a text of its own.")
  boolean lines;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "What guard prompts wrote: its calibration instead of the shipped one.")
  @Nullable Path profile;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Whose profile it must be, in PEM.")
  @Nullable Path publicKey;

  @Mixin ClassifierOption classifier = new ClassifierOption();

  @Option(names = "--fail-on-flag", description = "Exit code 1 if a text is flagged.")
  boolean failOnFlag;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or json: one object a line (countersign schema guard-prompt).")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardPromptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PromptGate gate = gate();
    List<PromptLine> scored =
        files.stream()
            .flatMap(file -> PromptTexts.of(file, lines, console).stream())
            .map(text -> new PromptLine(text.name(), text.text(), gate.score(text.text())))
            .toList();
    switch (format) {
      case TEXT -> console.print(PromptLine.page(scored, terminal.terminal(console)));
      case JSON -> scored.forEach(line -> console.emit(line.json()));
    }
    boolean flagged = scored.stream().anyMatch(line -> line.scored().decision() != Decision.ACCEPT);
    return failOnFlag && flagged ? ExitCode.FAIL : ExitCode.PASS;
  }

  private PromptGate gate() {
    if (profile == null) {
      return classifier.gate();
    }
    if (publicKey == null) {
      throw new Refused(
          "--profile needs --public-key FILE: a profile counts for nothing unless it is known whose"
              + " it is.");
    }
    return SignedProfile.read(
        profile,
        Gate.PROMPT,
        GivenTrust.key(publicKey),
        read -> PromptProfile.of(read).gate(classifier.classifier()));
  }
}
