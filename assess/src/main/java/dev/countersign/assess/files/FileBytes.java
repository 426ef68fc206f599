package dev.countersign.assess.files;

import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Shards;
import java.io.IOException;
import java.util.List;

/** Hashes files as manifests of datasets do, or whole as statements about models do. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * The entries of files, in their order: whole up to 1 GiB, above that shard by shard.
   *
   * @throws IOException if one cannot be read to the end or changes meanwhile, or somebody wants it
   *     to stop
   */
  public static List<Entry> entries(List<FileToHash> files) throws IOException {
    return hashed(FileHasher.of(HashAlgorithm.SHA256).shards(Shards.SIZE), files).stream()
        .map(FileBytes::entry)
        .toList();
  }

  /**
   * The files with one digest each, however large, in their order.
   *
   * @throws IOException as the other
   */
  public static List<HashedFile> whole(List<FileToHash> files) throws IOException {
    return hashed(FileHasher.of(HashAlgorithm.SHA256), files);
  }

  private static List<HashedFile> hashed(FileHasher hasher, List<FileToHash> files)
      throws IOException {
    try {
      return hasher.hash(files);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  private static Entry entry(HashedFile file) {
    List<String> digests = file.ranges().stream().map(FileRange::digest).toList();
    return switch (digests.size()) {
      case 0 -> Entry.of(file.name(), 0, Sha256.of(new byte[0]));
      case 1 -> Entry.of(file.name(), file.bytes(), digests.getFirst());
      default -> Entry.sharded(file.name(), file.bytes(), digests);
    };
  }
}
