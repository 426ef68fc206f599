package dev.countersign.runner.source;

/**
 * Up to where one file of a log was read. A file is known again by how it begins, or, if it is
 * Parquet, ends, so it may be renamed, compressed or restored from a backup in between.
 *
 * @param key names the mark; a later one of the same key replaces it
 * @param family its path without what rotation and compression add to it
 * @param offset of the first byte that was not read, in what is in the file when it is
 *     decompressed; of Parquet the number of the first row that was not, of a topic that of the
 *     message
 * @param headLength how many bytes {@code headHash} is of
 * @param headHash of its first bytes, of Parquet the last ones; of a topic, of what tells it from
 *     another one of its name
 * @param done whether it was read to its end and cannot grow
 */
public record Mark(
    String key, String family, long offset, int headLength, long headHash, boolean done) {}
