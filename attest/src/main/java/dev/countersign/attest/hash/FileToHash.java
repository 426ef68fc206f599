package dev.countersign.attest.hash;

import java.nio.file.Path;

/**
 * A file to hash.
 *
 * @param name how the result calls it
 * @param path where it is
 * @param bytes its length when it was listed; a file of another length is refused
 */
public record FileToHash(String name, Path path, long bytes) {}
