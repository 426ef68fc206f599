package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.guard.GivenText;
import dev.countersign.cli.guard.OutputChecked;
import dev.countersign.cli.guard.SignedProfile;
import dev.countersign.fit.output.OutputPolicyReader;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.model.yaml.Problems;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guard check}: what the output gate says of a text. */
@Command(
    name = "check",
    header = "Says whether a text may go to a destination, and why not.",
    description = {
      "Output of a model is untrusted until it passes the checks of the place it goes to. The text"
          + " is never changed silently: --encode prints it in a form that is safe there, if the"
          + " destination has one."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  countersign guard check --for markdown answer.md",
      "  model | countersign guard check --for html --policy output-policy.yaml --encode -",
      "  countersign guard check --for sql --policy output.sigstore.json --public-key ada.pub.pem"
          + " \\",
      "      --format json query.sql",
      "",
      "Exit codes: 0 accepted, flagged or encoded, 1 rejected, 2 the input or the usage is wrong,",
      "3 a bug."
    })
final class GuardCheckCommand implements Callable<Integer> {
  /** More than any policy lets through. */
  private static final int MOST_MEGABYTES = 400;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The text, in UTF-8; - or nothing for standard input.")
  String file = "-";

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Option(
      names = "--for",
      required = true,
      paramLabel = "DESTINATION",
      completionCandidates = Destinations.class,
      converter = ToDestination.class,
      description = "Where the text goes: ${COMPLETION-CANDIDATES}.")
  Destination destination;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = {
        "An output policy in YAML, or the profile that countersign guard sign made from one."
            + " Otherwise what holds where nobody wrote a policy."
      })
  @Nullable Path policy;

  @Option(
      names = "--system-prompt",
      paramLabel = "FILE",
      description = "A text of which nothing may leak.")
  @Nullable Path systemPrompt;

  @Option(
      names = "--encode",
      description = "Prints the text as it may go there whatever is in it, and nothing else.")
  boolean encode;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (countersign schema guard-check).")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin TrustOptions trust = new TrustOptions();
  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<OutputPolicy> given = policy();
    if (given.isEmpty()) {
      return ExitCode.WRONG;
    }
    OutputGate gate = OutputGate.of(given.get());
    if (systemPrompt != null) {
      gate = gate.guarding(text(systemPrompt.toString()));
    }
    String text = text(file);
    Checked checked = gate.check(text, destination);
    if (encode) {
      return encoded(text, checked);
    }
    switch (format) {
      case TEXT -> console.print(shown(text, checked));
      case JSON -> console.emit(OutputChecked.json(text, destination, checked));
    }
    return checked.decision() == Decision.REJECT ? ExitCode.FAIL : ExitCode.PASS;
  }

  /** What an encoding leaves as bad as it was is not printed. */
  private int encoded(String text, Checked checked) {
    Optional<String> safe =
        checked.findings().isEmpty() ? OutputGate.encode(text, destination) : checked.encoded();
    if (safe.isEmpty()) {
      console.complain(shown(text, checked));
      console.complain("Nothing printed: no encoding of the destination makes that safe.\n");
      return ExitCode.FAIL;
    }
    console.emit(safe.get());
    return ExitCode.PASS;
  }

  private String shown(String text, Checked checked) {
    return OutputChecked.text(text, destination, checked, terminal.terminal(console));
  }

  private Optional<OutputPolicy> policy() {
    if (policy == null) {
      return Optional.of(OutputPolicy.standard());
    }
    if (policy.toString().endsWith(".json")) {
      return Optional.of(
          SignedProfile.read(
              policy,
              Gate.OUTPUT,
              trust.policy(policy),
              profile -> OutputPolicy.read(profile.settings())));
    }
    Problems problems = new Problems();
    Optional<OutputPolicy> read = new OutputPolicyReader(problems).read(policy);
    if (read.isEmpty()) {
      console.complain(ProblemReport.of(problems.sorted(), "nothing checked"));
    }
    return read;
  }

  private String text(String name) {
    return GivenText.read(name, MOST_MEGABYTES, console);
  }

  /** The words for destinations. */
  static final class Destinations implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Destination.values()).map(Destination::word).iterator();
    }
  }

  /** A word as the destination. */
  static final class ToDestination implements picocli.CommandLine.ITypeConverter<Destination> {
    @Override
    public Destination convert(String word) {
      return Destination.of(word)
          .orElseThrow(() ->
              new picocli.CommandLine.TypeConversionException(
                  "'%s' is no destination; there are %s"
                      .formatted(word, String.join(", ", new Destinations()))));
    }
  }
}
