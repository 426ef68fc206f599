package dev.countersign.provenance.pointer;

import dev.countersign.provenance.Entry;
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

  /**
   * How the data differs from what the pointer says, a clause that follows its name; empty where it
   * does not.
   *
   * @param entry the data as it was recorded
   * @param bytes where it was read from
   */
  public Optional<String> broken(Entry entry, Path bytes) throws IOException {
    if (this.bytes.isPresent() && this.bytes.getAsLong() != entry.bytes()) {
      return Optional.of(
          "has %d bytes where its pointer says %d"
              .formatted(entry.bytes(), this.bytes.getAsLong()));
    }
    // Above 1 GiB an entry has no SHA-256 of the whole; the size was compared.
    if (sha256.isPresent() && entry.sha256().isPresent()) {
      return entry.sha256().equals(sha256)
          ? Optional.empty()
          : Optional.of(differs("SHA-256", entry.digest(), sha256.get()));
    }
    return md5.isPresent() ? brokenMd5(md5.get(), bytes) : Optional.empty();
  }

  private Optional<String> brokenMd5(String expected, Path bytes) throws IOException {
    String found = Md5.of(bytes);
    boolean good = found.equals(expected) || asText && Md5.ofText(bytes).equals(expected);
    return good ? Optional.empty() : Optional.of(differs("MD5", found, expected));
  }

  private static String differs(String algorithm, String found, String expected) {
    return "has the %s %s where its pointer says %s".formatted(algorithm, found, expected);
  }
}
