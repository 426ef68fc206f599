package dev.countersign.derive.rank;

import dev.countersign.derive.graph.Arrival;
import dev.countersign.derive.graph.Gain;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Precedent;
import dev.countersign.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How likely a threat is to be tried and to work: who can start it, what it takes, who gains, how
 * far the way is, whether it has happened. An ordinal scale of our own in the spirit of the OWASP
 * Risk Rating Methodology's threat-agent factors; it is not a frequency.
 */
final class Likelihood {
  private static final double STEP = 0.97;
  private static final double NO_KNOWN_GAIN = 0.85;

  private Likelihood() {}

  static List<Factor> of(Family family, Optional<Arrival> entry) {
    List<Factor> factors = new ArrayList<>();
    factors.add(entry.map(Likelihood::starter).orElse(new Factor(0.35, "needs no attacker")));
    factors.add(effort(family.effort()));
    factors.add(precedent(family.precedents()));
    entry.ifPresent(arrival -> {
      factors.add(gain(arrival.actor()));
      factors.add(way(arrival.path().size() - 1));
    });
    return factors;
  }

  private static Factor starter(Arrival arrival) {
    String who = arrival.actor().id() + " can start it";
    return switch (arrival.trust()) {
      case PUBLIC -> new Factor(1.0, who + " (public)");
      case CUSTOMER -> new Factor(0.85, who + " (customer)");
      case PARTNER -> new Factor(0.6, who + " (partner)");
      case STAFF -> new Factor(0.4, who + " (staff)");
      case OPERATOR -> new Factor(0.2, who + " (operator)");
    };
  }

  private static Factor effort(Effort effort) {
    return switch (effort) {
      case LOW -> new Factor(1.0, "takes little effort");
      case MEDIUM -> new Factor(0.8, "takes scripts and many tries");
      case HIGH -> new Factor(0.55, "takes research and patience");
    };
  }

  private static Factor precedent(List<Precedent> precedents) {
    if (precedents.stream().anyMatch(Precedent::incident)) {
      return new Factor(1.0, "has happened in the wild");
    }
    return precedents.isEmpty()
        ? new Factor(0.8, "no published case")
        : new Factor(0.92, "has been shown by researchers");
  }

  private static Factor gain(Element actor) {
    return Gain.of(actor)
        .map(gain -> new Factor(1.0, actor.id() + " gains: " + gain))
        .orElse(new Factor(NO_KNOWN_GAIN, "no gain is stated"));
  }

  private static Factor way(int steps) {
    return new Factor(
        Math.pow(STEP, Math.max(0, steps - 1)), steps + (steps == 1 ? " step" : " steps"));
  }
}
