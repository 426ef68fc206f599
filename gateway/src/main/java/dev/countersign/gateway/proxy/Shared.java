package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.log.InferenceLog;
import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.telemetry.Telemetry;
import dev.countersign.gateway.upstream.UpstreamClient;

/**
 * What all requests share, for as long as the gateway runs.
 *
 * @param system that the log names
 * @param limits how much a client may use
 * @param budget what all requests may use together
 * @param upstreams asks servers
 * @param metrics counts
 * @param log is written to
 * @param telemetry traces
 */
public record Shared(
    String system,
    Limits limits,
    Budget budget,
    UpstreamClient upstreams,
    Metrics metrics,
    InferenceLog log,
    Telemetry telemetry) {}
