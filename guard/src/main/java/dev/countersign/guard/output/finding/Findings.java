package dev.countersign.guard.output.finding;

import dev.countersign.guard.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what checks find in a stretch of a text. Bounded: of more than {@value #MOST} only the
 * decision counts. Not for use by several threads.
 */
public final class Findings {
  /** How many are kept. */
  public static final int MOST = 500;

  /** How many are searched one by one for one that is the same. */
  private static final int FEW = 8;

  private List<Finding> kept = List.of();
  private Set<Finding> same = Set.of();
  private final int shift;
  private Decision decision = Decision.ACCEPT;

  /**
   * For one stretch.
   *
   * @param shift what is added to every offset
   */
  public Findings(int shift) {
    this.shift = shift;
  }

  /** Adds what the encoding of the destination takes the effect from. */
  public void active(String rule, int start, int end, Decision decision, String what, String why) {
    add(new Finding(rule, at(start), at(end), decision, true, what, why));
  }

  /** Adds what stays bad in any encoding. */
  public void content(String rule, int start, int end, Decision decision, String what, String why) {
    add(new Finding(rule, at(start), at(end), decision, false, what, why));
  }

  private int at(int offset) {
    return Math.max(0, offset + shift);
  }

  /** Adds a finding whose place is that in the whole text. */
  public void add(Finding finding) {
    if (finding.decision() == Decision.ACCEPT) {
      return;
    }
    decision = decision.and(finding.decision());
    if (kept.size() < MOST && !has(finding)) {
      kept = kept.isEmpty() ? new ArrayList<>() : kept;
      kept.add(finding);
    }
  }

  private boolean has(Finding finding) {
    if (kept.size() < FEW) {
      return kept.contains(finding);
    }
    same = same.isEmpty() ? new HashSet<>(kept) : same;
    return !same.add(finding);
  }

  /** Adds all of another stretch. */
  public void addAll(Findings others) {
    for (int i = 0; i < others.kept.size(); i++) {
      add(others.kept.get(i));
    }
    decision = decision.and(others.decision);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** The severest of all, also of those that are not kept. */
  public Decision decision() {
    return decision;
  }

  /** What was kept, in the order in which it was found. */
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** What was kept, in the order of the text. */
  public List<Finding> sorted() {
    if (kept.size() < 2) {
      return List.copyOf(kept);
    }
    List<Finding> sorted = new ArrayList<>(kept);
    Collections.sort(sorted);
    return Collections.unmodifiableList(sorted);
  }
}
