package dev.countersign.assess.loss;

import java.util.List;

/**
 * What a control that is not proven yet would save a year.
 *
 * @param control {@code control@element}, where it would stand
 * @param threats ids of the priced threats that it would answer, sorted
 * @param saves the loss without it less the loss with it
 */
public record ControlSaving(String control, List<String> threats, LossRange saves) {
  public ControlSaving {
    threats = threats.stream().sorted().toList();
  }
}
