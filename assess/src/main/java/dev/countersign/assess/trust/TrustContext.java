package dev.countersign.assess.trust;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose word counts for the evidence of a system, and how that came about.
 *
 * @param trusted the trust policy of the system's repository; empty where there is none, and then
 *     nothing that needs a signature is proven
 * @param history what the repository remembers
 */
public record TrustContext(Optional<Trusted> trusted, History history) {
  /** Nobody is trusted. */
  public static final TrustContext NONE = new TrustContext(Optional.empty(), History.NONE);

  /** The change that brought both what is trusted now and this statement, as a phrase. */
  public Optional<String> changedTogether(Path statement) {
    return trusted.flatMap(trust -> history.changedTogether(trust.files(), statement));
  }
}
