package dev.countersign.cli.command;

import dev.countersign.attest.Signer;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.guard.PolicyKinds;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.cli.provenance.ModelDigests;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.fit.PolicyKind;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code guard sign}: compiles and signs a policy. */
@Command(
    name = "sign",
    header = "Compiles a policy that people wrote, and signs it as the profile of a gate.",
    description = {
      "The key that stands at its top says of which kind it is: tool-policy or output-policy. The profile is bound"
          + " to the files that --model names: those of the model, or the countersign.yaml of the"
          + " system."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign guard sign tool-policy.yaml --model countersign.yaml --key ada.key.pem",
      "",
      "Exit codes: 0 signed, 2 the input or the usage is wrong, 3 a bug."
    })
final class GuardSignCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "POLICY", description = "The policy, in YAML.")
  Path file;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      required = true,
      description = "A file that the profile is bound to by its SHA-256; may be repeated.")
  List<Path> models = List.of();

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the profile goes. Otherwise beside the policy: NAME.sigstore.json.")
  @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GuardSignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlFile.read(file, problems);
    Optional<PolicyKind> kind = root.flatMap(PolicyKinds::of);
    Optional<ObjectNode> settings = kind.flatMap(one -> one.compile(root.get(), problems));
    if (!problems.isEmpty()) {
      console.complain(ProblemReport.of(problems.sorted(), "nothing signed"));
      return ExitCode.WRONG;
    }
    if (kind.isEmpty() || settings.isEmpty()) {
      throw new Refused(
          "%s is no policy that can be signed: at its top stands none of %s. Draft one with countersign guard policy."
              .formatted(file, String.join(", ", PolicyKinds.keys())));
    }
    // No method of a command has JSON in its signature: help would load it (StartUpTest).
    sign(
        new GuardProfile(
            kind.get().gate(),
            models.stream().map(one -> ModelDigests.file(one, console)).toList(),
            List.of(ModelDigests.file(file, console)),
            console.today().atStartOfDay(ZoneOffset.UTC).toInstant(),
            "countersign " + BuildInfo.version(),
            Map.of(),
            settings.get()));
    return ExitCode.PASS;
  }

  private void sign(GuardProfile profile) {
    Signer signer = keys.signer(console);
    Path target = out == null ? beside(file) : out;
    AtomicFile.write(target, SignedStatement.bytes(signer, profile.statement()));
    console.print(
        "Signed with %s: a profile of the %s.\n  in %s\n"
            .formatted(
                Safe.line(signer.describe()),
                profile.gate().word(),
                Safe.line(Shown.path(target))));
  }

  private static Path beside(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".sigstore.json");
  }
}
