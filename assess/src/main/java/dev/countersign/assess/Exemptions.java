package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.policy.Exemption;
import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Threat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies the exemptions of the policy to findings: what is exempt stays visible as a note with the
 * reason. Exemptions that match nothing or have expired are findings themselves.
 */
final class Exemptions {
  private final Inquiry inquiry;
  private final List<Exemption> ours;
  private final Map<String, String> threatOf = new HashMap<>();
  private final Set<String> unproven = new HashSet<>();

  Exemptions(Inquiry inquiry, List<AssessedThreat> threats) {
    this.inquiry = inquiry;
    this.ours = forSystem(inquiry.policy(), inquiry.system().info().id());
    for (AssessedThreat assessed : threats) {
      Threat threat = assessed.threat();
      threat.ids().forEach(id -> threatOf.put(id, threat.id()));
      if (assessed.answer().state() == Answer.State.UNPROVEN) {
        unproven.addAll(threat.ids());
      }
    }
  }

  /** Ids of the threats of a system that are exempt on a day. */
  static Set<String> threats(Policy policy, String system, LocalDate day) {
    return forSystem(policy, system).stream()
        .filter(exemption -> exemption.scope() == Scope.THREAT && exemption.holdsOn(day))
        .map(Exemption::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Finding> apply(List<Finding> findings) {
    List<Exemption> held = ours.stream().filter(e -> e.holdsOn(inquiry.asOf())).toList();
    List<Finding> result =
        new ArrayList<>(findings.stream().map(finding -> exempt(finding, held)).toList());
    ours.stream()
        .filter(exemption -> !exemption.holdsOn(inquiry.asOf()))
        .map(Exemptions::expired)
        .forEach(result::add);
    held.stream()
        .filter(exemption -> isDead(exemption, findings))
        .map(Exemptions::dead)
        .forEach(result::add);
    return result;
  }

  /** Those of one system, in an order that does not depend on the file's. */
  private static List<Exemption> forSystem(Policy policy, String system) {
    return policy.exemptions().stream()
        .filter(exemption -> exemption.system().equals(system))
        .sorted(
            Comparator.comparing(Exemption::until, Comparator.reverseOrder())
                .thenComparing(Exemption::scope)
                .thenComparing(Exemption::id)
                .thenComparing(Exemption::by)
                .thenComparing(Exemption::reason))
        .toList();
  }

  private Finding exempt(Finding finding, List<Exemption> held) {
    return held.stream()
        .filter(exemption -> covers(exemption, finding))
        .findFirst()
        .map(exemption -> note(exemption, finding))
        .orElse(finding);
  }

  private boolean covers(Exemption exemption, Finding finding) {
    String id = exemption.id();
    return switch (exemption.scope()) {
      case FINDING -> finding.id().equals(id);
      case THREAT -> finding.subject().equals(Optional.of(threatOf.getOrDefault(id, id)));
      case CONTROL -> finding.subject().equals(Optional.of(id));
    };
  }

  private static Finding note(Exemption exemption, Finding finding) {
    return new Finding(
        finding.rule(),
        Severity.NOTE,
        finding.place(),
        finding.message()
            + " Exempt until %s by %s: %s"
                .formatted(exemption.until(), exemption.by(), exemption.reason()),
        finding.next(),
        finding.subject());
  }

  /** A threat whose controls are not proven has its findings under the controls. */
  private boolean isDead(Exemption exemption, List<Finding> findings) {
    boolean frees = exemption.scope() == Scope.THREAT && unproven.contains(exemption.id());
    return !frees && findings.stream().noneMatch(finding -> covers(exemption, finding));
  }

  private static Finding dead(Exemption exemption) {
    return finding(
        "dead-exemption",
        exemption,
        "The exemption of the %s %s matches nothing in %s."
            .formatted(exemption.scope().word(), exemption.id(), exemption.system()),
        "Remove it: what it was for is mended or has another name.");
  }

  private static Finding expired(Exemption exemption) {
    return finding(
        "expired-exemption",
        exemption,
        "The exemption of the %s %s by %s ended on %s."
            .formatted(exemption.scope().word(), exemption.id(), exemption.by(), exemption.until()),
        "Mend what it was for and remove it, or have it decided again.");
  }

  private static Finding finding(String rule, Exemption exemption, String message, String next) {
    return new Finding(
        rule,
        Severity.WARNING,
        exemption.place(),
        message,
        next,
        Optional.of(exemption.scope().word() + " " + exemption.id()));
  }
}
