package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that an upstream serves.
 *
 * @param path its file or folder, as the gateway sees it
 * @param sha256 what the file must be; without a path it is believed
 * @param signature the bundle of OpenSSF Model Signing that it must match
 */
public record ModelConfig(Optional<Path> path, Optional<String> sha256, Optional<Path> signature) {}
