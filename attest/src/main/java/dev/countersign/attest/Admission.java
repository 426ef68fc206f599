package dev.countersign.attest;

import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a rule of the policy lets an identity say this. */
final class Admission {
  private static final Duration SOON = Duration.ofDays(30);

  private final TrustPolicy policy;
  private final Purpose purpose;

  Admission(TrustPolicy policy, Purpose purpose) {
    this.policy = policy;
    this.purpose = purpose;
  }

  /** Refuses a statement of a type that is not wanted. */
  static Optional<Refused> otherType(Statement statement, Purpose purpose) {
    if (purpose.predicateTypes().isEmpty()
        || purpose.predicateTypes().contains(statement.predicateType())) {
      return Optional.empty();
    }
    return Optional.of(
        new Refused(
            Reason.ABOUT_SOMETHING_ELSE,
            "It is a statement of the type %s; %s was expected."
                .formatted(
                    statement.predicateType(),
                    purpose.predicateTypes().stream().sorted().collect(Collectors.joining(" or "))),
            "Name the file that holds such a statement."));
  }

  /** The first identity that a rule admits, in the policy's order; else what is missing. */
  Verification judge(Recognition.Known known, Statement statement, byte[] payload) {
    for (Identity identity : known.identities()) {
      Optional<Rule> rule =
          fitting(identity, statement).stream().filter(this::holdsNow).findFirst();
      if (rule.isPresent()) {
        return new Admitted(
            identity,
            statement,
            HashAlgorithm.SHA256.hex(payload),
            notes(known.notes(), identity, rule.get()));
      }
    }
    return known.identities().stream()
        .flatMap(identity -> fitting(identity, statement).stream())
        .findFirst()
        .map(this::outOfTime)
        .orElseGet(() -> missing(known.identities().get(0), statement));
  }

  private List<Rule> fitting(Identity identity, Statement statement) {
    return policy.rules().stream()
        .filter(rule -> rule.identity().equals(identity.id()))
        .filter(rule -> rule.roles().stream().anyMatch(purpose.roles()::contains))
        .filter(rule ->
            rule.predicateTypes().isEmpty()
                || rule.predicateTypes().contains(statement.predicateType()))
        .filter(this::isOfSystem)
        .toList();
  }

  /** A rule for some systems says nothing outside any system. */
  private boolean isOfSystem(Rule rule) {
    return rule.systems().isEmpty()
        || purpose.system().filter(rule.systems()::contains).isPresent();
  }

  private boolean holdsNow(Rule rule) {
    return !isBefore(rule) && rule.until().filter(end -> !purpose.at().isBefore(end)).isEmpty();
  }

  private boolean isBefore(Rule rule) {
    return rule.from().filter(purpose.at()::isBefore).isPresent();
  }

  private Refused outOfTime(Rule rule) {
    return isBefore(rule)
        ? new Refused(
            Reason.NOT_YET_VALID,
            "The rule that lets %s speak as %s holds only from %s on (%s)."
                .formatted(rule.identity(), roles(), day(rule.from().orElseThrow()), rule.place()),
            "Wait until then, or let the rule begin earlier.")
        : new Refused(
            Reason.EXPIRED,
            "The rule that let %s speak as %s ended before %s (%s)."
                .formatted(rule.identity(), roles(), day(rule.until().orElseThrow()), rule.place()),
            "If %s still may, set a later \"until\" at %s."
                .formatted(rule.identity(), rule.place()));
  }

  private Refused missing(Identity identity, Statement statement) {
    return new Refused(
        Reason.NOT_ADMITTED,
        "No rule of %s lets %s speak as %s%s."
            .formatted(policy.source(), identity.id(), roles(), what(statement)),
        "If it may, add to the rules of %s:  - { identity: %s, roles: [%s]%s }"
            .formatted(policy.source(), identity.id(), firstRole(), systems()));
  }

  private String what(Statement statement) {
    return purpose.system().map(system -> " of " + system).orElse("")
        + (purpose.predicateTypes().size() == 1 ? "" : " about " + statement.predicateType());
  }

  private String systems() {
    return purpose.system().map(system -> ", systems: [%s]".formatted(system)).orElse("");
  }

  private String roles() {
    return purpose.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" or "));
  }

  private String firstRole() {
    return purpose.roles().stream().sorted().map(Role::word).findFirst().orElse("ci");
  }

  private List<String> notes(List<String> before, Identity identity, Rule rule) {
    List<String> notes = new ArrayList<>(before);
    rule.until()
        .filter(end -> end.isBefore(purpose.at().plus(SOON)))
        .ifPresent(end ->
            notes.add(
                "The rule that lets %s speak ends before %s (%s)."
                    .formatted(identity.id(), day(end), rule.place())));
    return notes;
  }

  private static String day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
