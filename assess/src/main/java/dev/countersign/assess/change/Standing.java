package dev.countersign.assess.change;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.loss.LossRange;
import java.time.LocalDate;
import java.util.List;

/**
 * What a version comes to as a whole, and what it was judged by.
 *
 * @param digest {@code sha256:…} of what the system means
 * @param verdict pass or fail
 * @param asOf the day of the verdict
 * @param rules names the version of the rules
 * @param policy {@code sha256:…} of what the organisation asks
 * @param losses what all threats together may cost a year, one range for each currency
 */
public record Standing(
    String digest,
    Verdict verdict,
    LocalDate asOf,
    String rules,
    String policy,
    List<LossRange> losses) {
  public Standing {
    losses = List.copyOf(losses);
  }

  static Standing of(Checked checked) {
    Assessment assessment = checked.assessment();
    return new Standing(
        assessment.digest(),
        assessment.verdict(),
        assessment.asOf(),
        checked.rules(),
        checked.policy().digest(),
        assessment.losses().system());
  }
}
