package dev.countersign.assess.loss;

import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Stage;
import java.util.Optional;

/** How much of what a model decides goes wrong in one incident. */
enum Reach {
  /** Inputs of the attacker's own: a number a day, whatever the volume. */
  INPUTS(Prior.DAYS, Prior.TURNED),
  /** The model itself, its data or its surroundings: a share of all decisions. */
  MODEL(Prior.DAYS, Prior.SPOILT),
  /** Nothing is decided by the model for a while. */
  OUTAGE(Prior.OUTAGE, Prior.UNSERVED);

  private final Prior lasting;
  private final Prior extent;

  Reach(Prior lasting, Prior extent) {
    this.lasting = lasting;
    this.extent = extent;
  }

  /** The reach of a family; empty where it makes no decision wrong, only something known. */
  static Optional<Reach> of(Family family) {
    return switch (family.harm()) {
      case CONFIDENTIALITY -> Optional.empty();
      case AVAILABILITY -> Optional.of(OUTAGE);
      case CONTROL -> Optional.of(MODEL);
      case INTEGRITY -> Optional.of(family.stage() == Stage.INFERENCE ? INPUTS : MODEL);
    };
  }

  /** For how many days. */
  Prior lasting() {
    return lasting;
  }

  /** How many decisions a day, or which share of them. */
  Prior extent() {
    return extent;
  }
}
