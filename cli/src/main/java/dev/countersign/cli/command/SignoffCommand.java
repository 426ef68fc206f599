package dev.countersign.cli.command;

import dev.countersign.assess.Checked;
import dev.countersign.attest.Signer;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.signoff.Signing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signoff}: signs a threat model. */
@Command(
    name = "signoff",
    header = "Signs a threat model in a role: what is new or void since the last signature.",
    description = {
      "Signs every threat with its answer, every question that is left open and every assumption, each"
          + " with what it stands on: facts, rules, evidence, the bytes of models and datasets."
          + " When one of these changes, the signature is void for what stands on it, and for"
          + " nothing else; signed anew is then only that.",
      "",
      "The signature goes into a file of its own below .countersign beside the threat model, which is"
          + " to be committed. Whose signature counts in which role says countersign-trust.yaml."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign signoff --role ml-lead --key ada.pem",
      "  countersign signoff --role security-lead --key ben.pem --yes services/fraud",
      "  countersign signoff --role risk-body --key board.pem --note 'Decided on 2026-11-26'",
      "  countersign signoff --role ml-lead --key ada.pem --despite-fail 'Evasion is met in release 4'",
      "",
      "Exit codes: 0 signed or nothing to sign, 2 not signed, 3 a bug."
    })
final class SignoffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "A countersign.yaml, or the folder of one. Otherwise the current folder.")
  Path path = Path.of(".");

  @Option(
      names = {"-r", "--role"},
      paramLabel = "ROLE",
      required = true,
      description = "In which role: ml-lead, security-lead, data-steward or risk-body.")
  String role = "";

  @Mixin KeyOptions keys = new KeyOptions();

  @Option(names = "--all", description = "Signs everything anew, also what stands.")
  boolean all;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What is to be read with the signature; it is signed too.")
  @Nullable String note;

  @Option(
      names = "--despite-fail",
      paramLabel = "REASON",
      description = "Signs although the gate fails, and records why.")
  @Nullable String despite;

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask whether to sign.")
  boolean yes;

  @Mixin JudgingOptions judging = new JudgingOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  SignoffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Role in = Signing.role(role);
    Order order =
        new Order(
            List.of(path),
            judging.policy(),
            judging.trust(),
            Optional.empty(),
            judging.asOf(console));
    return switch (Check.run(order)) {
      case Outcome.Unreadable unreadable -> {
        console.complain(ProblemReport.of(unreadable.problems(), "no signature"));
        yield ExitCode.WRONG;
      }
      case Outcome.Done done -> sign(in, order, one(done));
    };
  }

  private Checked one(Outcome.Done done) {
    if (done.systems().size() > 1) {
      throw new Refused(
          path
              + " holds "
              + done.systems().size()
              + " systems, and each is signed by itself. Name one: "
              + String.join(
                  ", ",
                  done.systems().stream().map(it -> it.assessment().system().file()).toList()));
    }
    return done.systems().getFirst();
  }

  private int sign(Role in, Order order, Checked checked) {
    Signing signing =
        new Signing(
            console,
            checked,
            in,
            new Signing.Wish(
                all,
                yes,
                Optional.ofNullable(note),
                Optional.ofNullable(despite),
                Versions.tool("").version()));
    Optional<Signing.Ready> ready = signing.prepare(order, terminal.terminal(console));
    if (ready.isPresent()) {
      Signer by = keys.signer(console);
      signing.sign(ready.get(), by);
    }
    return ExitCode.PASS;
  }
}
