package dev.countersign.assess.change;

import dev.countersign.assess.AssessedThreat;
import java.util.List;
import java.util.Optional;

/**
 * What became of one threat. A threat may be both ranked anew and answered anew: it is listed once
 * for each.
 *
 * @param sort what happened
 * @param id of the threat
 * @param before as it stood; empty for a new one
 * @param after as it stands; empty for one that is gone
 * @param why what brought it about, each one sentence that names a fact, an answer or a day
 */
public record ThreatChange(
    Sort sort,
    String id,
    Optional<AssessedThreat> before,
    Optional<AssessedThreat> after,
    List<String> why) {
  /** What happened, the most urgent first. */
  public enum Sort {
    NEW,
    REOPENED,
    RERANKED,
    ANSWERED,
    GONE
  }

  public ThreatChange {
    why = List.copyOf(why);
  }
}
