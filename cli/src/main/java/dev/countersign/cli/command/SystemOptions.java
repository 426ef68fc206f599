package dev.countersign.cli.command;

import dev.countersign.assess.policy.Gate;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
}
