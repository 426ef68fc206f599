package dev.countersign.guard.input;

import dev.countersign.guard.Decision;
import java.util.List;

/**
 * A decision with its reasons.
 *
 * @param decision what was decided
 * @param pValue the conformal p-value, see {@link Input#pValue}
 * @param undecided whether the deadline passed first
 * @param reasons what speaks against the input, the weightiest first; for an input that was
 *     accepted what is least usual in it
 */
public record Verdict(Decision decision, double pValue, boolean undecided, List<Reason> reasons) {
  public Verdict {
    reasons = List.copyOf(reasons);
  }
}
