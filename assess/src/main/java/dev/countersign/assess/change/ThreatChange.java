package dev.countersign.assess.change;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one threat. A threat may be both ranked anew and answered anew: it is listed once
 * for each.
 *
 * @param sort what happened
 * @param id of the threat; where a group of elements grew or shrank, of the member that came or
 *     went
 * @param also ids of further members to which the same happened
 * @param before as it stood; empty for a new one
 * @param after as it stands; empty for one that is gone
 * @param causes what brought it about
 */
public record ThreatChange(
    Sort sort,
    String id,
    List<String> also,
    Optional<AssessedThreat> before,
    Optional<AssessedThreat> after,
    List<Cause> causes) {
  /** What happened, the most urgent first. */
  public enum Sort {
    /** It derives and did not. */
    NEW,
    /** It had an answer that held and has none that holds. */
    REOPENED,
    /** Its severity is another, or its score moved by more than {@link #NOTABLE}. */
    RERANKED,
    /** Its answer comes to something else or says something else. */
    ANSWERED,
    /** It derived and does not. */
    GONE;

    /** The word in JSON and reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By how many points of a hundred a score moves before it is worth telling. */
  public static final double NOTABLE = 5;

  public ThreatChange {
    also = List.copyOf(also);
    causes = List.copyOf(causes);
  }

  /** What brought it about, each one sentence that names a fact, an answer or a day. */
  public List<String> why() {
    return causes.stream().map(Cause::text).toList();
  }

  /** The threat as it stands or, if it is gone, as it stood. */
  public AssessedThreat shown() {
    return after.or(() -> before).orElseThrow();
  }

  /** How grave it is or was. */
  public Severity severity() {
    return shown().threat().rank().severity();
  }
}
