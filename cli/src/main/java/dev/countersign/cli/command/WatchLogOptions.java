package dev.countersign.cli.command;

import java.nio.file.Path;
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
          "Keeps there what is remembered, every ten seconds and at the end. A run that finds"
              + " something there goes on behind it, and files of alerts have each alert once.")
  @Nullable Path checkpoint;
}
