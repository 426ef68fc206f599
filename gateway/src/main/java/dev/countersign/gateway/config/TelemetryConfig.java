package dev.countersign.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where OpenTelemetry's records go, by OTLP over HTTP.
 *
 * @param endpoint of the collector; {@code /v1/traces} and {@code /v1/logs} are added to it
 * @param headers a file of lines {@code name: value}, for what the collector wants to be told
 * @param authorities certificates in PEM of whoever vouches for the collector; empty for those that
 *     Java trusts
 * @param traces the share of requests that are traced, from 0 to 1
 */
public record TelemetryConfig(
    URI endpoint, Optional<Path> headers, Optional<Path> authorities, double traces) {}
