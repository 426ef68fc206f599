package dev.countersign.guard.prompt;

import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.text.Signal;
import java.util.List;

/**
 * What the prompt gate says of a text. It is a signal and no boundary: an accepted text may be an
 * attack, and what must not happen has to be prevented elsewhere.
 *
 * @param decision accept or flag; reject only where the policy says so
 * @param score of the window that decided, corrected for the number of windows; only comparable
 *     within one classifier
 * @param pValue the share of benign texts that score as high
 * @param from where the window that decided starts in the original text, in UTF-16 units
 * @param to where it ends, exclusively
 * @param decoded whether that window was decoded out of the text; then {@code from} and {@code to}
 *     are the place of its encoded form
 * @param hidden whether characters that nobody sees spell text, which is flagged whatever its score
 * @param complete whether all of the text was looked at in time; otherwise the fail mode decided
 * @param signals what was found while the text was normalised
 */
public record Scored(
    Decision decision,
    double score,
    double pValue,
    int from,
    int to,
    boolean decoded,
    boolean hidden,
    boolean complete,
    List<Signal> signals) {
  public Scored {
    signals = List.copyOf(signals);
  }
}
