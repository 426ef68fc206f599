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
 * @param encoded where something was found: the text as it may go to its destination whatever is in
 *     it, if the destination has such an encoding and it leaves nothing as bad as it was. Whoever
 *     uses it shows another text than the model wrote; {@link OutputGate#encode} for any text
 */
public record Checked(Decision decision, List<Finding> findings, Optional<String> encoded) {
  public Checked {
    findings = List.copyOf(findings);
  }
}
