package dev.countersign.assess.loss;

import java.util.List;

/**
 * What one threat may cost a year as it stands today.
 *
 * @param threat id of the threat
 * @param decision id of the decision that it costs most through
 * @param range what the simulation gave
 * @param inputs what went in, each one short sentence with its numbers and where they come from
 */
public record ThreatLoss(String threat, String decision, LossRange range, List<String> inputs) {
  public ThreatLoss {
    inputs = List.copyOf(inputs);
  }
}
