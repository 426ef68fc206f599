package dev.countersign.assess.signoff;

import java.util.HashSet;
import java.util.Set;

/** Whether what was signed covers what is there now. */
final class Covers {
  private Covers() {}

  /**
   * It does if everything that the item stands on now was signed as it is. What was signed beyond
   * that may only be about elements on which the item no longer stands at all: when one of ten
   * tools that share an answer is removed, the answer for the other nine is the one that was
   * signed.
   *
   * @param signed under the ids that elements have now
   */
  static boolean covers(Item signed, Item now) {
    Set<Dependency> was = new HashSet<>(signed.dependencies());
    if (!was.containsAll(now.dependencies())) {
      return false;
    }
    was.removeAll(new HashSet<>(now.dependencies()));
    Set<String> elements = now.elements();
    return was.stream()
        .allMatch(gone -> isOf(gone) && gone.element().filter(elements::contains).isEmpty());
  }

  private static boolean isOf(Dependency dependency) {
    return switch (dependency.kind()) {
      case ELEMENT, FACT, ARTEFACT -> true;
      case RULE, ANSWER, CONTROL, EVIDENCE, POLICY, PATH, RANK, DECISION -> false;
    };
  }
}
