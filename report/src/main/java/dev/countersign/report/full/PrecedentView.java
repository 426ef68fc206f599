package dev.countersign.report.full;

import dev.countersign.knowledge.Precedent;

/**
 * A case in which a threat came true.
 *
 * @param precedent the case
 * @param reference where to read about it
 */
public record PrecedentView(Precedent precedent, Reference reference) {
  /** How it came about. */
  public String how() {
    return precedent.incident() ? "This has happened" : "Researchers have shown it";
  }
}
