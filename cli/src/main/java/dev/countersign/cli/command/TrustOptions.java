package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.provenance.Trusting;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about whose word counts. */
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The trust policy. Otherwise the nearest countersign-trust.yaml.")
  @Nullable Path trust;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Trusts whoever has this key, in PEM, and nobody else.")
  @Nullable Path publicKey;

  Trusting trusting(Console console, Path statement) {
    return Trusting.of(
        Optional.ofNullable(trust),
        Optional.ofNullable(publicKey),
        statement.toAbsolutePath().normalize().resolveSibling(""),
        at(console.today()));
  }

  /** Today is now; of another day it is noon. */
  private static Instant at(LocalDate day) {
    return day.equals(LocalDate.now(ZoneOffset.UTC))
        ? Instant.now()
        : day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }
}
