package dev.countersign.cli.command;

import dev.countersign.assess.policy.Gate;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which systems a command is about, and what they are judged by. */
final class SystemOptions {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, or folders to look in and below. Otherwise the current folder.")
  List<Path> paths = List.of();

  @Mixin JudgingOptions judging = new JudgingOptions();

  Order order(Console console) {
    return order(console, Optional.empty());
  }

  /** The order, with a gate in place of the policy's. */
  Order order(Console console, Optional<Gate> failOn) {
    return new Order(
        paths.isEmpty() ? List.of(Path.of(".")) : paths,
        judging.policy(),
        judging.trust(),
        failOn,
        judging.asOf(console));
  }

  /**
   * Checks them for a command that goes on with the result.
   *
   * @param otherwise what there is not where they cannot be read, such as {@code no status}
   * @return the exit code: that of the command, or that the input is wrong, which is told
   */
  int checked(Console console, String otherwise, ToIntFunction<Outcome.Done> command) {
    return switch (Check.run(order(console))) {
      case Outcome.Unreadable unreadable -> {
        console.complain(ProblemReport.of(unreadable.problems(), otherwise));
        yield ExitCode.WRONG;
      }
      case Outcome.Done done -> {
        done.limits().forEach(limit -> console.complain("countersign: " + limit + "\n"));
        yield command.applyAsInt(done);
      }
    };
  }
}
