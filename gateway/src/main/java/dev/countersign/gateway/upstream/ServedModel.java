package dev.countersign.gateway.upstream;

import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.oms.OmsManifest;
import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.oms.Symlinks;
import dev.countersign.attest.oms.UnfitModel;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.gateway.config.ModelConfig;
import dev.countersign.gateway.config.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bytes that an upstream serves: whether they are what they should be. */
final class ServedModel {
  private final ModelConfig config;
  private final TrustPolicy trust;

  ServedModel(ModelConfig config, TrustPolicy trust) {
    this.config = config;
    this.trust = trust;
  }

  /**
   * The digests of its files, after they were verified.
   *
   * @throws Unusable if they are not what they should be
   */
  List<String> digests() throws IOException, Unusable, InterruptedException {
    if (config.path().isEmpty()) {
      return List.of(
          config
              .sha256()
              .orElseThrow(() -> new Unusable("the model has neither path nor sha256.")));
    }
    Path path = config.path().get();
    List<String> digests = hash(path);
    if (config.signature().isPresent()) {
      verify(path, config.signature().get());
    }
    Optional<String> expected = config.sha256();
    if (expected.isPresent() && digests.size() > 1) {
      throw new Unusable(
          "sha256 is that of one file, and the model is a folder. Sign it (countersign sign) and"
              + " name the signature.");
    }
    if (expected.isPresent() && !digests.contains(expected.get())) {
      throw new Unusable(
          "the model %s has the SHA-256 %s, and %s was expected. Serve the model that was checked, or change the configuration."
              .formatted(path, digests.getFirst(), expected.get()));
    }
    return digests;
  }

  private void verify(Path path, Path signature)
      throws IOException, Unusable, InterruptedException {
    if (OmsVerifier.of(trust).verify(path, signature) instanceof OmsVerification.Refused refused) {
      throw new Unusable(
          "the signature of the model proves nothing: " + refused.detail() + " " + refused.next());
    }
  }

  /** Its files as whoever signs or fits for it chooses them, so that a profile names the same. */
  private static List<String> hash(Path path) throws IOException, Unusable, InterruptedException {
    try {
      return OmsManifest.unsigned(path, Symlinks.ANYWHERE, HashProgress.SILENT).resources().stream()
          .map(OmsManifest.Resource::digest)
          .toList();
    } catch (UnfitModel unfit) {
      throw new Unusable(
          "the model %s cannot be read as one: %s"
              .formatted(path, String.join(" ", unfit.problems())));
    }
  }

  /** SHA-256 of a file, in hexadecimal. */
  static String sha256(Path file) throws IOException, InterruptedException {
    FileToHash one = new FileToHash(file.toString(), file, Files.size(file));
    return FileHasher.of(HashAlgorithm.SHA256)
        .followingLinks()
        .hash(List.of(one))
        .getFirst()
        .digest();
  }
}
