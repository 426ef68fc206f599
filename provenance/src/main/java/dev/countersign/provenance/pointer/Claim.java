package dev.countersign.provenance.pointer;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Shards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a pointer says of the data behind it.
 *
 * @param pointer the file that says so
 * @param tool {@code git lfs} or {@code dvc}: the command that fetches the data
 * @param sha256 of the data; only Git LFS says it
 * @param md5 of the data; only DVC says it, and it proves nothing
 * @param asText whether line ends of texts were unified before the MD5 was taken
 * @param bytes how long the data is, where that is said
 */
public record Claim(
    Path pointer,
    String tool,
    Optional<String> sha256,
    Optional<String> md5,
    boolean asText,
    OptionalLong bytes) {
  static Claim of(Path pointer, LfsPointer lfs) {
    return new Claim(
        pointer,
        "git lfs",
        Optional.of(lfs.sha256()),
        Optional.empty(),
        false,
        OptionalLong.of(lfs.bytes()));
  }

  static Claim of(Path pointer, DvcOut out) {
    return new Claim(pointer, "dvc", Optional.empty(), out.md5(), out.asText(), out.bytes());
  }

  /** The same of a file in the folder that it is about: of that, no size or digest is known. */
  public Claim ofFolder() {
    return new Claim(
        pointer, tool, Optional.empty(), Optional.empty(), false, OptionalLong.empty());
  }

  /**
   * What a manifest would say of the data, by the word of the pointer alone; empty where the
   * pointer does not say enough: DVC gives no SHA-256, and above 1 GiB the digests of shards are
   * needed.
   */
  public Optional<Entry> entry(String name) {
    return sha256
        .filter(_ -> bytes.isPresent() && bytes.getAsLong() <= Shards.SIZE)
        .map(digest -> Entry.of(name, bytes.getAsLong(), digest));
  }

  /**
   * How what the pointer says differs from what was recorded, a clause that follows the name; empty
   * where it does not, or where the two cannot be compared.
   */
  public Optional<String> contradiction(Entry recorded) {
    if (bytes.isPresent() && bytes.getAsLong() != recorded.bytes()) {
      return Optional.of(
          "expected %,d bytes, its pointer names %,d"
              .formatted(recorded.bytes(), bytes.getAsLong()));
    }
    return sha256
        .filter(named -> recorded.sha256().isPresent() && !recorded.digest().equals(named))
        .map(named ->
            "expected sha256:%s, its pointer names sha256:%s".formatted(recorded.digest(), named));
  }

  /**
   * How the data differs from what the pointer says, a clause that follows its name; empty where it
   * does not. Reads the data again where the entry does not tell.
   *
   * @param entry what a manifest says of the data
   * @param data where it was read from
   */
  public Optional<String> broken(Entry entry, Path data) throws IOException {
    if (bytes.isPresent() && bytes.getAsLong() != entry.bytes()) {
      return Optional.of(
          "has %d bytes where its pointer says %d".formatted(entry.bytes(), bytes.getAsLong()));
    }
    if (sha256.isPresent()) {
      Optional<String> known = entry.sha256();
      String found = known.isPresent() ? known.get() : Digests.sha256(data);
      return differs("SHA-256", found, sha256.get());
    }
    return md5.isPresent() ? brokenMd5(md5.get(), data) : Optional.empty();
  }

  private Optional<String> brokenMd5(String expected, Path data) throws IOException {
    String found = Digests.md5(data);
    boolean text = asText && Digests.md5OfText(data).equals(expected);
    return text ? Optional.empty() : differs("MD5", found, expected);
  }

  private static Optional<String> differs(String algorithm, String found, String expected) {
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            "has the %s %s where its pointer says %s".formatted(algorithm, found, expected));
  }
}
