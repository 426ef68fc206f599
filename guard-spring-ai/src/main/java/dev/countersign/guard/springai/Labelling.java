package dev.countersign.guard.springai;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;

/**
 * Labels for what the model sees and neither the user, the operator nor a tool of this run wrote.
 *
 * @param added who could have written what advisors add: retrieved documents, remembered texts
 * @param addedSensitivity how harmful its disclosure is
 * @param answers who could have had a say in what the model answered in earlier turns. Spring AI's
 *     memory keeps answers and drops the results of tools that they were made from, so unless
 *     something else is known, anyone
 */
public record Labelling(Trust added, Sensitivity addedSensitivity, Trust answers) {
  /** Anyone could have written it, and it is no secret. */
  public static final Labelling STANDARD =
      new Labelling(Trust.PUBLIC, Sensitivity.PUBLIC, Trust.PUBLIC);
}
