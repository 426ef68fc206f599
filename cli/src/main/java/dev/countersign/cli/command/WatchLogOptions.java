package dev.countersign.cli.command;

import dev.countersign.cli.console.Refused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about how logs are read. */
final class WatchLogOptions {
  @Option(
      names = "--follow",
      description = "Waits for more at the end, also where files are rotated, until interrupted.")
  boolean follow;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description =
          "Keeps a sample of lines that are no events, with the reason and their first 512 bytes.")
  @Nullable Path deadLetters;

  @Option(
      names = "--checkpoint",
      paramLabel = "FOLDER",
      description =
          "Keeps there what is remembered, again and again and at the end. A run that finds"
              + " something there goes on behind it, and files of alerts have each alert once.")
  @Nullable Path checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How often, ${DEFAULT-VALUE} otherwise; less often where writing one takes long.")
  double every = 10;

  /**
   * How often a checkpoint is written.
   *
   * @throws Refused if it is no such number
   */
  Duration every() {
    if (!(every >= 0.01 && every <= 86_400)) {
      throw new Refused("--checkpoint-every is from 0.01 to 86,400 seconds.");
    }
    return Duration.ofMillis(Math.round(every * 1000));
  }
}
