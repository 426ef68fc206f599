package dev.countersign.guard.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Finding;
import java.util.List;

/**
 * What may go on of a text that is still coming.
 *
 * @param text the next part that is decided and not rejected; often empty
 * @param decision of everything that was looked at so far; after a rejection no more is released
 * @param findings those that are new, in the order of the text
 */
public record Released(String text, Decision decision, List<Finding> findings) {
  public Released {
    findings = List.copyOf(findings);
  }
}
