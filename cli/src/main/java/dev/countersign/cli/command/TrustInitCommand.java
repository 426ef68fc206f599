package dev.countersign.cli.command;

import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.trust.TrustDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trust init}: writes a first trust policy from public keys. */
@Command(
    name = "init",
    header = "Writes a first countersign-trust.yaml from public keys.",
    description = "Each option may stand several times. KEY is a file inside the repository.",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign trust init --ml-lead ada=keys/ada.pub.pem --security-lead ben=keys/ben.pub.pem"
    })
final class TrustInitCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--ml-lead", paramLabel = "ID=KEY", description = "Who signs for the model.")
  Map<String, Path> mlLead = new TreeMap<>();

  @Option(names = "--security-lead", paramLabel = "ID=KEY", description = "Who signs for security.")
  Map<String, Path> securityLead = new TreeMap<>();

  @Option(names = "--data-steward", paramLabel = "ID=KEY", description = "Who answers for data.")
  Map<String, Path> dataSteward = new TreeMap<>();

  @Option(names = "--risk-body", paramLabel = "ID=KEY", description = "Who accepts risks.")
  Map<String, Path> riskBody = new TreeMap<>();

  @Option(names = "--ci", paramLabel = "ID=KEY", description = "A pipeline.")
  Map<String, Path> ci = new TreeMap<>();

  @Option(
      names = "--system",
      paramLabel = "ID",
      description = "Of which systems they may speak. Otherwise of all.")
  List<String> systems = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write. Otherwise countersign-trust.yaml in this folder.")
  Path out = Path.of(TrustFile.NAME);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  TrustInitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TrustDraft draft = new TrustDraft(out, systems);
    draft.add(Role.ML_LEAD, mlLead);
    draft.add(Role.SECURITY_LEAD, securityLead);
    draft.add(Role.DATA_STEWARD, dataSteward);
    draft.add(Role.RISK_BODY, riskBody);
    draft.add(Role.CI, ci);
    if (draft.isEmpty()) {
      throw new Refused("nobody is named. Name who signs, for example --ml-lead ada=KEY.pub.pem.");
    }
    TrustReader.Result result = TrustReader.parse(out, draft.text());
    if (!result.problems().isEmpty()) {
      console.complain(ProblemReport.of(result.problems(), "nothing was written"));
      return ExitCode.WRONG;
    }
    NewFile.write(out, draft.text());
    console.print(
        "Wrote %s.\nNext: have somebody else review it, then commit it before anything is signed.\n"
            .formatted(out));
    return ExitCode.PASS;
  }
}
