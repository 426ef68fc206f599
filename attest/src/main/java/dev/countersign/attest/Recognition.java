package dev.countersign.attest;

import dev.countersign.attest.trust.Identity;
import java.util.List;

/** Whose signature it is. */
sealed interface Recognition {
  /**
   * A good signature of each of these.
   *
   * @param identities at least one; several may have the same key
   * @param notes what a reader should know, a sentence each
   */
  record Known(List<Identity> identities, List<String> notes) implements Recognition {
    public Known {
      identities = List.copyOf(identities);
      notes = List.copyOf(notes);
    }
  }

  /** Nobody's whom the policy names. */
  record Unknown(Verification.Refused refusal) implements Recognition {}
}
