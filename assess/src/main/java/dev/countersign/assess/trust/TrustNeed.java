package dev.countersign.assess.trust;

import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * That somebody may speak, so that a piece of evidence can hold, or a system be signed.
 *
 * @param of the control that offers it, {@code control@element}, or {@code sign-off}
 * @param kind of evidence
 * @param roles any of these will do
 * @param predicateType of which type the statement is; empty where several will do
 */
public record TrustNeed(String of, String kind, Set<Role> roles, Optional<String> predicateType) {
  public TrustNeed {
    roles = Set.copyOf(roles);
  }

  /** What the controls of a system need, in the order of their ids. */
  public static List<TrustNeed> of(SystemModel system) {
    List<TrustNeed> needs = new ArrayList<>();
    system
        .controls()
        .values()
        .forEach(
            claim -> claim.evidence().values().forEach(evidence -> add(claim, evidence, needs)));
    return List.copyOf(needs);
  }

  private static void add(ControlClaim claim, Evidence evidence, List<TrustNeed> needs) {
    switch (evidence.kind()) {
      case "model-signature" -> needs.add(need(claim, evidence, Role.CI, Role.ML_LEAD));
      case "artefact-scan" ->
          needs.add(need(claim, evidence, Role.CI, Role.ML_LEAD, Role.SECURITY_LEAD));
      case "training-provenance" -> needs.add(need(claim, evidence, Role.CI, Role.ML_LEAD));
      case "dataset-provenance" -> needs.add(need(claim, evidence, Role.DATA_STEWARD, Role.CI));
      case "attestation" ->
          needs.add(
              new TrustNeed(
                  claim.id(),
                  evidence.kind(),
                  Set.of(argument(evidence, "role").flatMap(Role::of).orElse(Role.CI)),
                  argument(evidence, "predicate")));
      case "ai-bom" ->
          argument(evidence, "role")
              .flatMap(Role::of)
              .ifPresent(role -> needs.add(need(claim, evidence, role)));
      case "sign-off" -> signOffs(claim, evidence, needs);
      default -> {
        // Other kinds rest on nobody's signature.
      }
    }
  }

  private static TrustNeed need(ControlClaim claim, Evidence evidence, Role... roles) {
    return new TrustNeed(claim.id(), evidence.kind(), Set.of(roles), Optional.empty());
  }

  /** Each role that is asked for needs somebody. */
  private static void signOffs(ControlClaim claim, Evidence evidence, List<TrustNeed> needs) {
    evidence.arguments().entrySet().stream()
        .filter(argument -> argument.getKey().matches("(roles?|file)(\\..*)?"))
        .flatMap(argument -> Role.of(argument.getValue().text()).stream())
        .sorted()
        .forEach(role ->
            needs.add(new TrustNeed(claim.id(), evidence.kind(), Set.of(role), Optional.empty())));
  }

  private static Optional<String> argument(Evidence evidence, String name) {
    return Optional.ofNullable(evidence.arguments().get(name)).map(ControlClaim.Argument::text);
  }

  /** Ids of those who may, on that day. */
  public Set<String> admitted(TrustPolicy policy, String system, LocalDate today) {
    Set<String> found = new LinkedHashSet<>();
    policy.rules().stream()
        .filter(rule -> rule.roles().stream().anyMatch(roles::contains))
        .filter(rule -> rule.systems().isEmpty() || rule.systems().contains(system))
        .filter(this::isAbout)
        .filter(rule -> holds(rule, today))
        .forEach(rule -> found.add(rule.identity()));
    return new TreeSet<>(found);
  }

  private boolean isAbout(Rule rule) {
    return rule.predicateTypes().isEmpty()
        || predicateType.map(rule.predicateTypes()::contains).orElse(true);
  }

  private static boolean holds(Rule rule, LocalDate today) {
    Moment now = Moment.on(today);
    return rule.from().filter(now.at()::isBefore).isEmpty()
        && rule.until().filter(end -> !now.at().isBefore(end)).isEmpty();
  }
}
