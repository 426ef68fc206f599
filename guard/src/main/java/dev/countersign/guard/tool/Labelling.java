package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;

/**
 * Labels for what a model is shown and neither the user, the operator nor a tool of this run wrote.
 *
 * @param added who could have written what the framework adds: retrieved documents, remembered
 *     texts
 * @param addedSensitivity how harmful its disclosure is
 * @param answers who could have had a say in what the model answered in earlier turns, where the
 *     results of tools that it was made from are not shown any more
 */
public record Labelling(Trust added, Sensitivity addedSensitivity, Trust answers) {
  /** Anyone could have written it, and it is no secret. */
  public static final Labelling STANDARD =
      new Labelling(Trust.PUBLIC, Sensitivity.PUBLIC, Trust.PUBLIC);
}
