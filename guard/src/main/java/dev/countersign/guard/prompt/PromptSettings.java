package dev.countersign.guard.prompt;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;

/**
 * What a service chooses about its prompt gate.
 *
 * @param falsePositives the share of benign texts that may be flagged, above 0 and below 1
 * @param suspicious what becomes of a text that looks like an attack: FLAG, or REJECT for a service
 *     that can do without the texts that are taken for one by mistake
 * @param failMode what becomes of a text that cannot be looked at to its end, or in time
 */
public record PromptSettings(double falsePositives, Decision suspicious, FailMode failMode) {
  /** One benign text in a hundred is flagged; nothing is rejected. */
  public static final PromptSettings STANDARD =
      new PromptSettings(0.01, Decision.FLAG, FailMode.OPEN);

  public PromptSettings {
    if (!(falsePositives > 0 && falsePositives < 1)) {
      throw new IllegalArgumentException(
          "the rate of false positives is a share above 0 and below 1, not " + falsePositives);
    }
    if (suspicious == Decision.ACCEPT) {
      throw new IllegalArgumentException("a suspicious text is flagged or rejected");
    }
  }
}
