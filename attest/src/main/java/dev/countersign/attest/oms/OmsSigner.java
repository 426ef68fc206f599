package dev.countersign.attest.oms;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashProgress;
import java.io.IOException;
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
    return new OmsSigner(
        signer, HashedModel.usual(Symlinks.REFUSE), Symlinks.REFUSE, HashProgress.SILENT);
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
    HashedModel hashed = hashed(model, to);
    Bundle bundle = signer.sign(hashed.manifest().statement());
    BundleFile.write(to, bundle);
    return new Signed(hashed.manifest(), bundle, hashed.files(), hashed.bytes());
  }

  /**
   * What would be signed. Writes nothing.
   *
   * @param to where the signature stands or would stand, which is no part of the model
   * @throws UnfitModel if the model cannot be signed
   */
  public OmsManifest manifest(Path model, Path to)
      throws IOException, UnfitModel, InterruptedException {
    return hashed(model, to).manifest();
  }

  private HashedModel hashed(Path model, Path bundle)
      throws IOException, UnfitModel, InterruptedException {
    return HashedModel.of(model, bundle, how, links, progress);
  }

  private OmsSigner with(Serialization other) {
    return new OmsSigner(signer, other, links, progress);
  }
}
