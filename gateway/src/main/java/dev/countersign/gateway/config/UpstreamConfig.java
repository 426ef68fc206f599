package dev.countersign.gateway.config;

import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of models.
 *
 * @param name how messages, metrics and the log call it
 * @param protocol what it speaks
 * @param url where it is; what comes after the host is put before each path. Of a server that
 *     speaks gRPC only, the address of that
 * @param grpc where it is asked by gRPC; empty where it is not
 * @param serves the models that are asked of it, by name; empty for all that nobody else serves
 * @param model the bytes that it serves
 * @param gates what stands before and behind it
 * @param timeout from the request to the first byte of the answer, and between two parts of it
 * @param gateTime how long all gates together may take for one request
 * @param fail what is decided where a gate cannot decide
 * @param allow further paths that go through without a gate
 * @param mcp what is said besides of a server of tools; present where the protocol is {@code mcp}
 */
public record UpstreamConfig(
    String name,
    Protocol protocol,
    URI url,
    Optional<URI> grpc,
    List<String> serves,
    Optional<ModelConfig> model,
    Map<Gate, GateConfig> gates,
    Duration timeout,
    Duration gateTime,
    FailMode fail,
    List<AllowedPath> allow,
    Optional<McpConfig> mcp) {
  public UpstreamConfig {
    serves = List.copyOf(serves);
    gates = Map.copyOf(gates);
    allow = List.copyOf(allow);
  }

  /** Whether it is asked by HTTP. */
  public boolean isOverHttp() {
    return url.getScheme().startsWith("http");
  }

  /** Whether requests for a model go to it. */
  public boolean serves(String model) {
    return serves.isEmpty() || serves.contains(model);
  }

  /** Whether requests would have to choose between it and another one. */
  boolean overlaps(UpstreamConfig other) {
    boolean meet = isOverHttp() && other.isOverHttp() || grpc.isPresent() && other.grpc.isPresent();
    return protocol != Protocol.MCP
        && protocol == other.protocol
        && meet
        && (serves.isEmpty()
            ? other.serves.isEmpty()
            : serves.stream().anyMatch(other.serves::contains));
  }
}
