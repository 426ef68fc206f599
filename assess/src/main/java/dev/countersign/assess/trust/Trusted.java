package dev.countersign.assess.trust;

import dev.countersign.attest.trust.TrustPolicy;
import java.nio.file.Path;
import java.util.List;

/**
 * A trust policy that was read.
 *
 * @param policy what it says; its source is the file as the user would type it
 * @param file where it stands
 * @param files all files that decide what it says, itself first, then keys and certificates
 */
public record Trusted(TrustPolicy policy, Path file, List<Path> files) {
  public Trusted {
    files = List.copyOf(files);
  }

  /** The file as the user would type it. */
  public String shown() {
    return policy.source();
  }
}
