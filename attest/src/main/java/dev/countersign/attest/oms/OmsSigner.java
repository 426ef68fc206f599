package dev.countersign.attest.oms;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Signs models (section 6). Immutable. */
public final class OmsSigner {
  private final Signer signer;
  private final Serialization how;
  private final Symlinks links;
  private final HashProgress progress;

  private OmsSigner(Signer signer, Serialization how, Symlinks links, HashProgress progress) {
    this.signer = signer;
    this.how = how;
    this.links = links;
    this.progress = progress;
  }

  /** Signs every file with its SHA-256; a symbolic link is an error. */
  public static OmsSigner of(Signer signer) {
    Serialization usual =
        new Serialization(HashAlgorithm.SHA256, OptionalLong.empty(), false, List.of());
    return new OmsSigner(signer, usual, Symlinks.REFUSE, HashProgress.SILENT);
  }

  /** The same with that digest. */
  public OmsSigner hash(HashAlgorithm algorithm) {
    return with(
        new Serialization(algorithm, how.shardSize(), how.allowSymlinks(), how.ignorePaths()));
  }

  /**
   * The same over shards.
   *
   * @param bytes of a shard, at least 1
   */
  public OmsSigner shards(long bytes) {
    return with(
        new Serialization(
            how.algorithm(), OptionalLong.of(bytes), how.allowSymlinks(), how.ignorePaths()));
  }

  /**
   * The same without these.
   *
   * @param paths relative to the model, with {@code /}, without {@code *}, {@code ?} and {@code [}
   * @throws IllegalArgumentException if one is no such path
   */
  public OmsSigner ignoring(List<String> paths) {
    for (String path : paths) {
      if (!ResourceName.isIgnorable(path)) {
        throw new IllegalArgumentException(
            path + " cannot be ignored: a path in the model without *, ? and [ was expected");
      }
    }
    return with(new Serialization(how.algorithm(), how.shardSize(), how.allowSymlinks(), paths));
  }

  /** The same with that policy for symbolic links. */
  public OmsSigner symlinks(Symlinks policy) {
    return new OmsSigner(
        signer,
        new Serialization(how.algorithm(), how.shardSize(), policy.followed(), how.ignorePaths()),
        policy,
        progress);
  }

  /** The same, telling how hashing goes. */
  public OmsSigner reporting(HashProgress to) {
    return new OmsSigner(signer, how, links, to);
  }

  /**
   * What was signed.
   *
   * @param manifest with a digest for each file or shard
   * @param files how many files it covers
   * @param bytes how many they have together
   */
  public record Signed(OmsManifest manifest, Bundle bundle, int files, long bytes) {}

  /**
   * Signs a model and writes the signature, as a whole or not at all. The signature is left out of
   * what is signed.
   *
   * @param model a folder or a file
   * @param to the file of the signature
   * @throws IOException if a file cannot be read or written, or changes meanwhile
   * @throws InterruptedException if the thread is interrupted; nothing was written then
   */
  public Signed sign(Path model, Path to)
      throws IOException, UnfitModel, SigningFailed, InterruptedException {
    BundleFile.sweep(to);
    Signed signed = sign(model, ignored(model, to));
    BundleFile.write(to, signed.bundle());
    return signed;
  }

  /**
   * What would be signed. Writes nothing.
   *
   * @param to where the signature stands or would stand, which is no part of the model
   * @throws UnfitModel if the model cannot be signed
   */
  public OmsManifest manifest(Path model, Path to)
      throws IOException, UnfitModel, SigningFailed, InterruptedException {
    return sign(model, ignored(model, to)).manifest();
  }

  private Signed sign(Path model, IgnoredPaths ignored)
      throws IOException, UnfitModel, SigningFailed, InterruptedException {
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
    Bundle bundle = signer.sign(manifest.statement());
    long bytes = hashed.stream().mapToLong(HashedFile::bytes).sum();
    return new Signed(manifest, bundle, hashed.size(), bytes);
  }

  private IgnoredPaths ignored(Path model, Path bundle) throws IOException, UnfitModel {
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

  private OmsSigner with(Serialization other) {
    return new OmsSigner(signer, other, links, progress);
  }
}
