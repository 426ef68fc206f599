package dev.countersign.provenance;

import java.util.List;
import java.util.Optional;

/**
 * A file of a dataset.
 *
 * @param name by the rules of {@link EntryName}
 * @param bytes its size, from 0 to {@link Shards#LARGEST_FILE}
 * @param digest what stands for its content, 64 lower-case hexadecimal digits: the SHA-256 of its
 *     bytes up to 1 GiB, above that {@link Shards#digest} of its shards
 * @param shards the SHA-256 of each shard in order if it is above 1 GiB, otherwise empty
 * @param table what is in it, if it was looked at as a table; not part of the tree digest
 */
public record Entry(
    String name, long bytes, String digest, List<String> shards, Optional<Table> table) {
  /**
   * @throws IllegalArgumentException if a value breaks these rules; the message names the file
   */
  public Entry {
    EntryName.problem(name).ifPresent(problem -> refuse(name, problem));
    require(bytes >= 0, name, "has a negative size");
    require(bytes <= Shards.LARGEST_FILE, name, "is larger than 64 TiB");
    require(Sha256.is(digest), name, "has a digest that is not 64 hexadecimal digits");
    require(shards.size() == Shards.count(bytes), name, "has the wrong number of shards");
    shards = List.copyOf(shards);
    if (!shards.isEmpty()) {
      require(shards.stream().allMatch(Sha256::is), name, "has a shard whose digest is none");
      require(Shards.digest(shards).equals(digest), name, "has shards that do not give its digest");
    }
  }

  /** A file of at most 1 GiB that is no table, by the SHA-256 of its bytes. */
  public static Entry of(String name, long bytes, String sha256) {
    return new Entry(name, bytes, sha256, List.of(), Optional.empty());
  }

  /** A file above 1 GiB that is no table, by the SHA-256 of each of its shards. */
  public static Entry sharded(String name, long bytes, List<String> shards) {
    return new Entry(name, bytes, Shards.digest(shards), shards, Optional.empty());
  }

  /** The same file with what is in it. */
  public Entry with(Table facts) {
    return new Entry(name, bytes, digest, shards, Optional.of(facts));
  }

  /**
   * What {@code sha256sum} prints for the file; none above 1 GiB, which is not hashed as a whole.
   */
  public Optional<String> sha256() {
    return shards.isEmpty() ? Optional.of(digest) : Optional.empty();
  }

  /** Whether another entry stands for the same bytes, whatever its name. */
  public boolean sameContent(Entry other) {
    return bytes == other.bytes && digest.equals(other.digest);
  }

  private static void require(boolean holds, String name, String problem) {
    if (!holds) {
      refuse(name, problem);
    }
  }

  private static void refuse(String name, String problem) {
    throw new IllegalArgumentException("\"" + name + "\" " + problem);
  }
}
