package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the gates say that they run.
 *
 * @param folder where, a file for each gate of each upstream
 * @param key the gateway's own private key in PEM, not encrypted
 * @param interval how often
 */
public record HeartbeatConfig(Path folder, Path key, Duration interval) {}
