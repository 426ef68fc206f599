package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The files of a model as the specification chooses and orders them, hashed (section 6).
 *
 * @param manifest with a digest for each file or shard
 * @param files how many there are
 * @param bytes how many they have together
 */
record HashedModel(OmsManifest manifest, int files, long bytes) {
  /** Every file with its SHA-256. */
  static Serialization usual(Symlinks links) {
    return new Serialization(
        HashAlgorithm.SHA256, OptionalLong.empty(), links.followed(), List.of());
  }

  /**
   * Hashes a folder or a file.
   *
   * @param bundle where its signature stands or would stand, which is no part of it
   * @throws UnfitModel if it cannot be signed
   */
  static HashedModel of(
      Path model, Path bundle, Serialization how, Symlinks links, HashProgress progress)
      throws IOException, UnfitModel, InterruptedException {
    IgnoredPaths ignored = ignored(model, bundle, how);
    ModelFiles listed = ModelFiles.all(model, ignored, links);
    FileHasher whole = FileHasher.of(how.algorithm()).reporting(progress);
    FileHasher hasher =
        how.shardSize().isPresent() ? whole.shards(how.shardSize().getAsLong()) : whole;
    List<HashedFile> hashed = hasher.hash(listed.files());
    Serialization recorded =
        new Serialization(
            how.algorithm(),
            how.shardSize(),
            how.allowSymlinks(),
            listed.single() ? List.of() : ignored.list());
    OmsManifest manifest = OmsManifest.of(listed.name(), recorded, hashed);
    if (manifest.resources().isEmpty()) {
      throw new UnfitModel(List.of(model + " has nothing in it that could be signed."));
    }
    return new HashedModel(
        manifest, hashed.size(), hashed.stream().mapToLong(HashedFile::bytes).sum());
  }

  private static IgnoredPaths ignored(Path model, Path bundle, Serialization how)
      throws IOException, UnfitModel {
    IgnoredPaths ignored = IgnoredPaths.usual().and(how.ignorePaths());
    if (!Files.isDirectory(model)) {
      return ignored;
    }
    IgnoredPaths all = ignored.andFile(model, bundle);
    if (!all.list().stream().allMatch(ResourceName::isIgnorable)) {
      throw new UnfitModel(
          List.of("The signature " + bundle + " has *, ? or [ in its name. Name it otherwise."));
    }
    return all;
  }
}
