package dev.countersign.runner.source;

/**
 * Up to where one file of a log was read. A file is known again by how it begins, so it may be
 * renamed, compressed or restored from a backup in between.
 *
 * @param key names the mark; a later one of the same key replaces it
 * @param family its path without what rotation and compression add to it
 * @param offset of the first byte that was not read, in what is in the file when it is
 *     decompressed; of Parquet in its rows as lines of JSON
 * @param headLength how many of its first bytes {@code headHash} is of
 * @param headHash of its first bytes
 * @param done whether it was read to its end and cannot grow
 */
public record Mark(
    String key, String family, long offset, int headLength, long headHash, boolean done) {}
