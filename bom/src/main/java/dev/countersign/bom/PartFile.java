package dev.countersign.bom;

import java.util.Optional;

/**
 * A file of a part.
 *
 * @param path relative to the folder of the threat model, with {@code /}
 * @param bytes its size
 * @param sha256 lower-case hexadecimal; empty where nobody was to hash it
 */
public record PartFile(String path, long bytes, Optional<String> sha256) {}
