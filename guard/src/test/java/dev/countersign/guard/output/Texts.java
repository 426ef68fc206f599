package dev.countersign.guard.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.Hosts;
import dev.countersign.guard.output.policy.OutputPolicy;
import java.util.List;
import java.util.Map;

/** Short ways to ask a gate. */
final class Texts {
  static final OutputGate GATE = OutputGate.standard();

  private Texts() {}

  static Decision decision(String text, Destination destination) {
    return GATE.check(text, destination).decision();
  }

  static List<String> rules(String text, Destination destination) {
    return GATE.check(text, destination).findings().stream().map(Finding::rule).distinct().toList();
  }

  /** A gate that lists hosts. */
  static OutputGate listing(String... hosts) {
    DestinationPolicy usual = DestinationPolicy.usual();
    return OutputGate.of(
        new OutputPolicy(Map.of(), usual.with(new Hosts(List.of(hosts))), List.of()));
  }
}
