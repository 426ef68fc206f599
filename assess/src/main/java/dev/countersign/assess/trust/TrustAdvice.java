package dev.countersign.assess.trust;

import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.model.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Something in a trust policy that is allowed and probably not meant.
 *
 * @param place where it is
 * @param message what it is, one sentence
 * @param next what to do about it, one sentence
 */
public record TrustAdvice(Place place, String message, String next) {
  private static final Duration SOON = Duration.ofDays(60);

  /** All there is to say about a policy on a day, by place. */
  public static List<TrustAdvice> of(Trusted trusted, LocalDate today) {
    List<TrustAdvice> advice = new ArrayList<>();
    unused(trusted, advice);
    bothLeads(trusted, advice);
    Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Rule> rules = trusted.policy().rules();
    for (int i = 0; i < rules.size(); i++) {
      ending(rules.get(i), trusted.rules().get(i), now, advice);
      needless(rules, i, trusted, advice);
    }
    return advice.stream().sorted(Comparator.comparing(TrustAdvice::place)).toList();
  }

  private static void unused(Trusted trusted, List<TrustAdvice> advice) {
    for (Identity identity : trusted.policy().identities()) {
      if (rulesOf(trusted.policy(), identity).isEmpty()) {
        advice.add(
            new TrustAdvice(
                at(trusted, identity),
                "No rule lets %s speak.".formatted(identity.id()),
                "Add a rule for it, or remove the identity."));
      }
    }
  }

  private static void bothLeads(Trusted trusted, List<TrustAdvice> advice) {
    for (Identity identity : trusted.policy().identities()) {
      Set<Role> leads = Set.of(Role.ML_LEAD, Role.SECURITY_LEAD);
      boolean both =
          leads.stream()
              .allMatch(lead ->
                  rulesOf(trusted.policy(), identity).stream()
                      .anyMatch(rule -> rule.roles().contains(lead)));
      if (both) {
        advice.add(
            new TrustAdvice(
                at(trusted, identity),
                "%s may speak as ml-lead and as security-lead.".formatted(identity.id()),
                "A sign-off needs two identities: admit somebody else for one of the two."));
      }
    }
  }

  private static List<Rule> rulesOf(TrustPolicy policy, Identity identity) {
    return policy.rules().stream().filter(r -> r.identity().equals(identity.id())).toList();
  }

  private static Place at(Trusted trusted, Identity identity) {
    return trusted.identities().getOrDefault(identity.id(), new Place(trusted.shown(), 1, 1));
  }

  private static void ending(Rule rule, Place place, Instant now, List<TrustAdvice> advice) {
    rule.until()
        .filter(end -> end.isBefore(now.plus(SOON)))
        .ifPresent(end ->
            advice.add(
                new TrustAdvice(
                    place,
                    "The rule for %s %s after %s."
                        .formatted(
                            rule.identity(),
                            end.isAfter(now) ? "ends" : "ended",
                            end.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1)),
                    "Set a later until if it still holds, or remove the rule.")));
  }

  private static void needless(
      List<Rule> rules, int at, Trusted trusted, List<TrustAdvice> advice) {
    for (int other = 0; other < rules.size(); other++) {
      boolean first = other < at || !covers(rules.get(at), rules.get(other));
      if (other != at && first && covers(rules.get(other), rules.get(at))) {
        advice.add(
            new TrustAdvice(
                trusted.rules().get(at),
                "The rule adds nothing to the one at %s.".formatted(trusted.rules().get(other)),
                "Remove one of the two."));
        return;
      }
    }
  }

  /** Whether all that the second rule lets somebody say, the first does too. */
  private static boolean covers(Rule wide, Rule narrow) {
    return wide.identity().equals(narrow.identity())
        && wide.roles().containsAll(narrow.roles())
        && coversAny(wide.predicateTypes(), narrow.predicateTypes())
        && coversAny(wide.systems(), narrow.systems())
        && wide.from()
            .map(from -> narrow.from().filter(f -> !f.isBefore(from)).isPresent())
            .orElse(true)
        && wide.until()
            .map(until -> narrow.until().filter(u -> !u.isAfter(until)).isPresent())
            .orElse(true);
  }

  /** Empty means any. */
  private static boolean coversAny(Set<String> wide, Set<String> narrow) {
    return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
  }
}
