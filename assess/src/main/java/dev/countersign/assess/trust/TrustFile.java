package dev.countersign.assess.trust;

import dev.countersign.assess.policy.PolicyFile;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the trust policy that a model belongs to. */
public final class TrustFile {
  /** The name under which a trust policy is looked for. */
  public static final String NAME = "countersign-trust.yaml";

  private TrustFile() {}

  /**
   * The nearest {@code countersign-trust.yaml}: in the folder or in one above it, up to the root of
   * the repository.
   *
   * @param folder the folder of {@code countersign.yaml}
   */
  public static Optional<Path> find(Path folder) {
    return PolicyFile.nearest(folder, NAME);
  }
}
