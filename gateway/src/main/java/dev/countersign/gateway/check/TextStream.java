package dev.countersign.gateway.check;

import dev.countersign.guard.Deadline;
import java.util.Optional;

/**
 * A text that is checked while it comes: what may be said already is released, the rest is held.
 */
public interface TextStream {
  /**
   * What comes of a part.
   *
   * @param text that may be said now; may be empty
   * @param finding present as soon as something is found; a rejection ends the text
   */
  record Released(String text, Optional<Finding> finding) {}

  /** Takes the next part. */
  Released push(String part, Deadline deadline);

  /** Says that nothing comes any more; releases what was held. */
  Released end(Deadline deadline);
}
