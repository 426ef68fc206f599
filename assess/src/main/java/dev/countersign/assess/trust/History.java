package dev.countersign.assess.trust;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * What a repository remembers of its files. Whoever may change the rules of trust and sign in one
 * step needs nobody else, so that step is looked for.
 */
@FunctionalInterface
public interface History {
  /** Remembers nothing, as where there is no repository. */
  History NONE = (trust, statement) -> Optional.empty();

  /**
   * The change that brought both what a trust policy says now and the present bytes of a statement.
   *
   * @param trust the files that decide what the policy says: itself, keys, certificates
   * @param statement a file that the policy admits
   * @return a phrase that names the change, such as {@code commit 1a2b3c4}; empty where there was
   *     none, or where it cannot be known
   */
  Optional<String> changedTogether(Collection<Path> trust, Path statement);
}
