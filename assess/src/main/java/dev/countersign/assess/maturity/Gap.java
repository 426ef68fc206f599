package dev.countersign.assess.maturity;

import dev.countersign.assess.Checked;
import java.util.List;

/**
 * A criterion and the systems that do not meet it.
 *
 * @param where empty where all meet it
 */
public record Gap(Criterion criterion, List<In> where) {
  public Gap {
    where = List.copyOf(where);
  }

  /** One system that does not meet it, and what was seen there. */
  public record In(Checked system, Seen seen) {}
}
