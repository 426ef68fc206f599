package dev.countersign.gateway.config;

import dev.countersign.guard.tool.label.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a server of tools besides its address.
 *
 * @param path where the gateway offers it
 * @param command the server that the gateway starts itself, one process a session; empty for one
 *     that is asked over HTTP
 * @param elsewhere how far what the agent sees outside the results of tools is trusted
 * @param hosts clients that may say what the user said, by the names in their certificates; {@code
 *     *} for any
 * @param serverMay what the server may ask the client for: {@code roots}, {@code sampling}, {@code
 *     elicitation}
 * @param origins of pages in browsers that may connect
 * @param sessions that are open at the same time
 * @param idle how long a session lives without a message
 * @param askTime how long a person is waited for
 * @param bearer a file with the token that the server is shown
 * @param passAuthorization whether the server is shown the client's own Authorization
 */
public record McpConfig(
    String path,
    Optional<Command> command,
    Trust elsewhere,
    List<String> hosts,
    List<String> serverMay,
    List<String> origins,
    int sessions,
    Duration idle,
    Duration askTime,
    Optional<Path> bearer,
    boolean passAuthorization) {
  /** Stands for any client in {@link #hosts}. */
  public static final String ANYBODY = "*";

  public McpConfig {
    hosts = List.copyOf(hosts);
    serverMay = List.copyOf(serverMay);
    origins = List.copyOf(origins);
  }

  /**
   * A process that speaks over its standard streams.
   *
   * @param words the program and its arguments; no shell reads them
   * @param environment all of it
   * @param folder where it runs
   */
  public record Command(List<String> words, Map<String, String> environment, Path folder) {
    public Command {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
    }
  }
}
