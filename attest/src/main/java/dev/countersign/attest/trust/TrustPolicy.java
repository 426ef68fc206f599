package dev.countersign.attest.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whose word counts for what. What it does not admit proves nothing.
 *
 * @param source how messages name it: the file, or what stands for one
 * @param identities who can be recognised
 * @param rules who may speak
 * @param sigstoreRoot file of the Sigstore trusted root; empty for the public instance, which is
 *     asked for over the network only where a command says so
 */
public record TrustPolicy(
    String source, List<Identity> identities, List<Rule> rules, Optional<Path> sigstoreRoot) {
  public TrustPolicy {
    identities = List.copyOf(identities);
    rules = List.copyOf(rules);
  }

  /** Admits nobody. */
  public static TrustPolicy nobody(String source) {
    return new TrustPolicy(source, List.of(), List.of(), Optional.empty());
  }
}
