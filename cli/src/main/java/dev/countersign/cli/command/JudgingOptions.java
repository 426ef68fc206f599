package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what systems are judged by. */
final class JudgingOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day of the verdict, such as 2027-01-31. Otherwise today.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy to judge all systems by. Otherwise the nearest to each.")
  @Nullable Path policy;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The trust policy for all systems. Otherwise the nearest to each.")
  @Nullable Path trust;

  LocalDate asOf(Console console) {
    return asOf == null ? console.today() : asOf;
  }

  Optional<Path> policy() {
    return Optional.ofNullable(policy);
  }

  Optional<Path> trust() {
    return Optional.ofNullable(trust);
  }
}
