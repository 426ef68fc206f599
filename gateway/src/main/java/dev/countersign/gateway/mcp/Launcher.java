package dev.countersign.gateway.mcp;

import dev.countersign.gateway.config.McpConfig.Command;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Starts the processes of one server of tools: one for each session, so that sessions share
 * nothing. Where they die young it waits longer and longer before the next.
 */
final class Launcher {
  private static final Duration YOUNG = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

  private final String name;
  private final Command command;
  private final Consumer<String> notes;
  private int failures;
  private Instant next = Instant.MIN;

  Launcher(String name, Command command, Consumer<String> notes) {
    this.name = name;
    this.command = command;
    this.notes = notes;
  }

  /**
   * Starts one.
   *
   * @param most bytes of one message
   * @throws UpstreamFailed if it cannot be started, or the last ones died too soon
   */
  ServerProcess start(int most) throws UpstreamFailed {
    synchronized (this) {
      if (Instant.now().isBefore(next)) {
        throw new UpstreamFailed(
            503, "upstream-down", "The server of tools ended too soon; try again later.");
      }
    }
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.directory(command.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    Instant started = Instant.now();
    try {
      return new ServerProcess(name, builder.start(), most, notes, asked -> ended(started, asked));
    } catch (IOException failed) {
      ended(started, false);
      notes.accept(name + ": its command cannot be started: " + failed.getMessage());
      throw new UpstreamFailed(
          502, "upstream-unreachable", "The server of tools cannot be started.");
    }
  }

  private synchronized void ended(Instant started, boolean asked) {
    boolean young = Duration.between(started, Instant.now()).compareTo(YOUNG) < 0;
    if (asked || !young) {
      failures = 0;
      return;
    }
    next = Instant.now().plus(FIRST_WAIT.multipliedBy(1L << failures));
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
  }
}
