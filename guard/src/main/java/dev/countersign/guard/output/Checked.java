package dev.countersign.guard.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a text.
 *
 * @param decision accept, flag or reject for the text as it is
 * @param findings why, in the order of the text; at most {@link
 *     dev.countersign.guard.output.finding.Findings#MOST}
 * @param encoded the text as it may go to its destination whatever is in it, where the destination
 *     has such an encoding and nothing was found that an encoding leaves as it is. It differs from
 *     the text, and whoever uses it shows another text than the model wrote
 */
public record Checked(Decision decision, List<Finding> findings, Optional<String> encoded) {
  public Checked {
    findings = List.copyOf(findings);
  }
}
