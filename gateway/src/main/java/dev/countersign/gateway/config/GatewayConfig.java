package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gateway.yaml} says; {@code docs/schema/gateway-1.schema.json} describes it.
 *
 * @param file where it stands; relative paths in it start at its folder
 * @param system the id of the system, for the log
 * @param threatModel the system's {@code countersign.yaml}, for policies that are bound to it
 * @param listen where clients connect
 * @param admin where operators connect
 * @param trust whose profiles and signatures count
 * @param limits how much a client may use
 * @param log where requests are written down
 * @param telemetry where traces go, and the log if that is wanted
 * @param heartbeats where the gates say that they run
 * @param upstreams the servers behind it; at least one
 */
public record GatewayConfig(
    Path file,
    String system,
    Optional<Path> threatModel,
    Listen listen,
    Address admin,
    Optional<Path> trust,
    Limits limits,
    Optional<LogConfig> log,
    Optional<TelemetryConfig> telemetry,
    Optional<HeartbeatConfig> heartbeats,
    List<UpstreamConfig> upstreams) {
  public GatewayConfig {
    upstreams = List.copyOf(upstreams);
  }
}
