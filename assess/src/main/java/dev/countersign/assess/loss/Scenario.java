package dev.countersign.assess.loss;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Threat;
import dev.countersign.derive.graph.Arrival;
import dev.countersign.derive.graph.Gain;
import dev.countersign.model.Element;
import java.util.Optional;

/**
 * A threat with what it puts at stake: in FAIR's words, a loss scenario.
 *
 * @param assessed the threat and where it stands
 * @param starter who starts it, if it needs anybody
 * @param reach how much goes wrong
 * @param stake of the decision that it costs most through
 */
record Scenario(AssessedThreat assessed, Optional<Element> starter, Reach reach, Stake stake) {
  Threat threat() {
    return assessed.threat();
  }

  String id() {
    return threat().id();
  }

  /** How often it is tried. */
  Prior tries() {
    return starter
        .map(actor ->
            switch (Arrival.trustOf(actor)) {
              case PUBLIC -> Prior.TRIES_PUBLIC;
              case CUSTOMER -> Prior.TRIES_CUSTOMER;
              case PARTNER -> Prior.TRIES_PARTNER;
              case STAFF -> Prior.TRIES_STAFF;
              case OPERATOR -> Prior.TRIES_OPERATOR;
            })
        .orElse(Prior.COMES_ABOUT);
  }

  /** Which share of those tries anybody cares to make. */
  Prior acts() {
    if (starter.isEmpty() || starter.flatMap(Gain::of).isPresent()) {
      return Prior.ACTS_FOR_GAIN;
    }
    return starter.filter(Gain::none).isPresent() ? Prior.ACTS_FOR_NOTHING : Prior.ACTS_UNSTATED;
  }

  /** Which share of them works where no control stands. */
  Prior works() {
    if (starter.isEmpty()) {
      return Prior.WORKS_ALONE;
    }
    return switch (threat().family().effort()) {
      case LOW -> Prior.WORKS_LOW;
      case MEDIUM -> Prior.WORKS_MEDIUM;
      case HIGH -> Prior.WORKS_HIGH;
    };
  }

  /** Which share of what goes wrong no person stops. */
  Prior passes() {
    return switch (stake.decision().word("automation").orElse("")) {
      case "automatic" -> Prior.PASSES_AUTOMATIC;
      case "human-overrides" -> Prior.PASSES_OVERRIDE;
      case "human-approves" -> Prior.PASSES_APPROVAL;
      case "advisory" -> Prior.PASSES_ADVICE;
      default -> Prior.PASSES_UNSTATED;
    };
  }

  /** Which part of the amount remains when all is undone that can be. */
  Prior remains() {
    return switch (stake.decision().word("reversible").orElse("")) {
      case "no" -> Prior.REMAINS_ALL;
      case "partly" -> Prior.REMAINS_PARTLY;
      case "yes" -> Prior.REMAINS_LITTLE;
      default -> Prior.REMAINS_UNSTATED;
    };
  }
}
