package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.ThreatJudge.Argument;
import dev.countersign.assess.policy.Acceptance;
import dev.countersign.derive.Threat;
import dev.countersign.model.Resolution.Accepted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Judges an accepted risk: it holds while it is complete, its last day has not passed, and the
 * policy lets this body accept that much for that long.
 */
final class AcceptanceJudge {
  private final Inquiry inquiry;

  AcceptanceJudge(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  Judgement judge(Threat threat, Accepted acceptance) {
    List<String> missing = missing(acceptance);
    if (!missing.isEmpty()) {
      return incomplete(threat, acceptance, missing);
    }
    return ended(threat, acceptance)
        .or(() -> tooLong(threat, acceptance))
        .or(() -> notTheirs(threat, acceptance))
        .orElseGet(() -> Judgement.holds(Answer.State.ACCEPTED, acceptance, List.of()));
  }

  private static List<String> missing(Accepted acceptance) {
    return ThreatJudge.missing(
        Stream.of(
            new Argument("by", acceptance.by()),
            new Argument("until", acceptance.until()),
            new Argument("reason", acceptance.reason()),
            new Argument("record", acceptance.record())));
  }

  private Judgement incomplete(Threat threat, Accepted acceptance, List<String> missing) {
    return Judgement.open(
        acceptance,
        "The acceptance lacks " + Phrases.and(missing) + ".",
        finding(
            "incomplete-answer",
            Severity.ERROR,
            threat,
            acceptance,
            "The acceptance of " + Phrases.named(threat) + " lacks " + Phrases.and(missing) + ".",
            "Add it: an acceptance says by whom, until which day, for what reason and where that is"
                + " recorded."));
  }

  private Optional<Judgement> ended(Threat threat, Accepted acceptance) {
    return acceptance
        .until()
        .filter(inquiry.asOf()::isAfter)
        .map(until ->
            notHeld(
                threat,
                acceptance,
                "expired-acceptance",
                "The acceptance ended on " + until + ".",
                "%s is open again: its acceptance by %s ended on %s (%s)."
                    .formatted(
                        Phrases.named(threat),
                        by(acceptance),
                        until,
                        acceptance.record().orElse("")),
                "Ask "
                    + by(acceptance)
                    + " again and enter the new day and record, or answer it by control."));
  }

  private Optional<Judgement> tooLong(Threat threat, Accepted acceptance) {
    Acceptance rule = inquiry.policy().acceptance();
    LocalDate latest = rule.longest().from(inquiry.asOf());
    return acceptance
        .until()
        .filter(until -> until.isAfter(latest))
        .map(until ->
            notHeld(
                threat,
                acceptance,
                "acceptance-not-allowed",
                "The policy lets a risk be accepted for " + rule.longest() + " at most.",
                "%s is accepted until %s; the policy lets a risk be accepted for %s at most."
                    .formatted(Phrases.named(threat), until, rule.longest()),
                "Have it accepted until " + latest + " or earlier."));
  }

  private Optional<Judgement> notTheirs(Threat threat, Accepted acceptance) {
    return inquiry.policy().acceptance().bodies().flatMap(b -> notTheirs(threat, acceptance, b));
  }

  private Optional<Judgement> notTheirs(
      Threat threat,
      Accepted acceptance,
      SortedMap<String, dev.countersign.derive.Severity> bodies) {
    dev.countersign.derive.Severity rank = threat.rank().severity();
    Optional<dev.countersign.derive.Severity> upTo =
        Optional.ofNullable(bodies.get(by(acceptance)));
    if (upTo.filter(most -> rank.compareTo(most) <= 0).isPresent()) {
      return Optional.empty();
    }
    String why =
        upTo.map(most -> "the policy lets " + by(acceptance) + " accept up to " + most.word())
            .orElse("the policy does not let " + by(acceptance) + " accept a risk");
    List<String> able =
        bodies.keySet().stream()
            .filter(body -> rank.compareTo(bodies.getOrDefault(body, rank)) <= 0)
            .toList();
    return Optional.of(
        notHeld(
            threat,
            acceptance,
            "acceptance-not-allowed",
            "Accepted, but " + why + ".",
            Phrases.named(threat) + " is accepted by " + by(acceptance) + ", but " + why + ".",
            able.isEmpty()
                ? "No body may accept a risk of this rank: answer it by control or planned."
                : "Have it accepted by " + Phrases.or(able) + ", or answer it by control."));
  }

  private Judgement notHeld(
      Threat threat, Accepted acceptance, String rule, String why, String message, String next) {
    Severity open = inquiry.severity(threat);
    // Somebody relies on an acceptance that is none: worth a warning even where the rank is low.
    Severity severity = open == Severity.NOTE ? Severity.WARNING : open;
    return Judgement.open(
        acceptance, why, finding(rule, severity, threat, acceptance, message, next));
  }

  private static Finding finding(
      String rule,
      Severity severity,
      Threat threat,
      Accepted acceptance,
      String message,
      String next) {
    return new Finding(rule, severity, acceptance.place(), message, next, Optional.of(threat.id()));
  }

  private static String by(Accepted acceptance) {
    return acceptance.by().orElse("");
  }
}
