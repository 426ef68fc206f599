package dev.countersign.assess.signoff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the signatures of one role are worth for one item today.
 *
 * @param item as it is now
 * @param sort whether it stands
 * @param under the statement that covers it, or the last that did; empty where nobody has signed it
 * @param causes what changed since, where it is void; at least one there
 */
public record Standing(
    Item item, Sort sort, Optional<SignedStatement> under, List<StaleCause> causes) {
  /** What a signature is worth. */
  public enum Sort {
    /** It was signed as it is. */
    STANDS,
    /** It was signed, but something that it stands on has changed since. */
    VOID,
    /** Nobody has signed it yet. */
    NEW;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Standing {
    causes = List.copyOf(causes);
  }

  static Standing never(Item item) {
    return new Standing(item, Sort.NEW, Optional.empty(), List.of());
  }
}
