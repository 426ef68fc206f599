package dev.countersign.gateway;

import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.server.RunningGateway;
import dev.countersign.gateway.server.TrustSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A gateway that runs.
 *
 * <pre>{@code
 * try (Gateway gateway = Gateway.start(Path.of("gateway.yaml"), TrustSource::key, gates, log::info)) {
 *   gateway.join();
 * }
 * }</pre>
 */
public interface Gateway extends AutoCloseable {
  /**
   * Starts one. It listens when this returns; upstreams become ready one after the other.
   *
   * @param config the configuration file
   * @param trust reads whose word counts
   * @param gates makes gates of profiles
   * @param notes takes what an operator should read, a line or several at a time
   * @throws Unusable if the configuration is wrong or a port is taken
   */
  static Gateway start(Path config, TrustSource trust, GateMaker gates, Consumer<String> notes)
      throws Unusable {
    return RunningGateway.start(config, trust, gates, notes);
  }

  /** The port for clients. */
  int port();

  /** The port for clients that speak gRPC; empty where the configuration names none. */
  OptionalInt grpcPort();

  /** The port for operators. */
  int adminPort();

  /** Whether all upstreams are ready. */
  boolean isReady();

  /**
   * Reads everything again. Requests that are worked on keep what they began with.
   *
   * @return what is wrong; then everything stays as it was
   */
  Optional<String> reload();

  /** Waits until it has stopped. */
  void join() throws InterruptedException;

  /** Stops: takes no more requests, finishes those that it has, within 30 seconds. */
  @Override
  void close();
}
