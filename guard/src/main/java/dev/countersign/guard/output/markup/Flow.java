package dev.countersign.guard.output.markup;

import dev.countersign.guard.output.finding.Findings;

/** Reads a document in stretches, and knows what was open at the end of the one before. */
public interface Flow {
  /**
   * Looks at a stretch. Where it is open at its end nothing is remembered, and the caller comes
   * again with a longer one from the same start.
   *
   * @param last whether it is taken as it is, open or not
   * @return whether something is open at the end, so that more must be seen first
   */
  boolean open(String text, int from, int to, boolean last, Findings out);
}
