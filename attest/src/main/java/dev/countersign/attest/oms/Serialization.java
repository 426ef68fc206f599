package dev.countersign.attest.oms;

import dev.countersign.attest.hash.HashAlgorithm;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a model became a manifest (section 5.2.2).
 *
 * @param algorithm of every digest
 * @param shardSize bytes of a shard, at least 1; empty if each file has one digest
 * @param allowSymlinks whether symbolic links were followed
 * @param ignorePaths what was left out, relative to the model, with {@code /}
 */
public record Serialization(
    HashAlgorithm algorithm,
    OptionalLong shardSize,
    boolean allowSymlinks,
    List<String> ignorePaths) {
  /** The size of a shard unless the signer says otherwise. */
  public static final long USUAL_SHARD = 1_000_000_000;

  public Serialization {
    ignorePaths = List.copyOf(ignorePaths);
  }

  /** The word for it: {@code files} or {@code shards}. */
  public String method() {
    return shardSize.isPresent() ? "shards" : "files";
  }
}
