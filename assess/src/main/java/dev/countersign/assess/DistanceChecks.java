package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers that name a control which stands where the threat never comes by. */
final class DistanceChecks {
  private final Surroundings surroundings;
  private final Inquiry inquiry;
  private final List<AssessedThreat> threats;

  DistanceChecks(Inquiry inquiry, List<AssessedThreat> threats) {
    this.surroundings = new Surroundings(inquiry.system());
    this.inquiry = inquiry;
    this.threats = threats;
  }

  List<Finding> findings() {
    return threats.stream().flatMap(assessed -> finding(assessed).stream()).toList();
  }

  private Optional<Finding> finding(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    return assessed
        .answer()
        .resolution()
        .flatMap(answer ->
            named(answer)
                .filter(control -> isDistant(control, threat))
                .findFirst()
                .map(control -> finding(threat, answer, control)));
  }

  private static Stream<String> named(Resolution answer) {
    return switch (answer) {
      case Resolution.ByControl by -> by.controls().stream();
      case Resolution.Planned plan -> plan.control().stream();
      case Resolution.Accepted _, Resolution.DesignedOut _ -> Stream.empty();
    };
  }

  private boolean isDistant(String control, Threat threat) {
    return Placed.parse(control)
        .filter(placed -> inquiry.system().elements().containsKey(placed.element()))
        .filter(placed -> !surroundings.touches(placed.element(), threat))
        .isPresent();
  }

  private static Finding finding(Threat threat, Resolution answer, String control) {
    return new Finding(
        "distant-control",
        Severity.WARNING,
        answer.place(),
        "The answer to %s names %s, which stands away from its path (%s)."
            .formatted(Phrases.named(threat), control, String.join(", ", threat.path())),
        "Place the control where the path passes, or describe the flow that joins them.",
        Optional.of(threat.id()));
  }
}
