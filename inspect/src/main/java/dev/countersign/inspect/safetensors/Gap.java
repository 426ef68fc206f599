package dev.countersign.inspect.safetensors;

/**
 * Bytes that no tensor owns.
 *
 * @param from the first, from the start of the data
 * @param length how many
 */
record Gap(long from, long length) {}
