package dev.countersign.assess.trust;

import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trust policy that was read.
 *
 * @param policy what it says; its source is the file as the user would type it
 * @param file where it stands
 * @param files all files that decide what it says, itself first, then keys and certificates
 * @param identities where each stands, by its id
 * @param rules where each stands, in the order of the policy
 */
public record Trusted(
    TrustPolicy policy,
    Path file,
    List<Path> files,
    Map<String, Place> identities,
    List<Place> rules) {
  public Trusted {
    files = List.copyOf(files);
    identities = Map.copyOf(identities);
    rules = List.copyOf(rules);
  }

  /** The file as the user would type it. */
  public String shown() {
    return policy.source();
  }
}
