package dev.countersign.assess.maturity;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.calendar.Deadlines;
import dev.countersign.assess.policy.Exemption;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at the answers to threats and at what judges them. */
final class AnswerTests {
  private static final Set<String> LATE =
      Set.of(
          "expired-acceptance",
          "overdue-plan",
          "expired-assumption",
          "expired-exemption",
          "missed-checkpoint");

  private AnswerTests() {}

  static Seen critical(Practice practice) {
    return from(Severity.CRITICAL, practice, "No critical threat is open or unproven.");
  }

  static Seen answered(Practice practice) {
    return from(Severity.MEDIUM, practice, "No such threat is open or unproven.");
  }

  static Seen everything(Practice practice) {
    return from(Severity.LOW, practice, "No threat is open or unproven.");
  }

  /** An answer without proof today is none: the gate says so too. */
  private static Seen from(Severity lowest, Practice practice, String met) {
    List<String> left =
        practice.threats(threat ->
            threat.threat().rank().severity().compareTo(lowest) >= 0
                && (is(threat, State.OPEN) || is(threat, State.UNPROVEN)));
    return left.isEmpty()
        ? Seen.met(met)
        : Seen.missing(
            Names.count(left.size(), "threat") + " open or unproven: " + Names.of(left) + ".",
            "See them with their reasons: "
                + practice.command(lowest == Severity.LOW ? "--all " : ""));
  }

  private static boolean is(AssessedThreat threat, State state) {
    return threat.answer().state() == state;
  }

  static Seen gate(Practice practice) {
    boolean strict = isStrict(practice.checked().policy());
    if (strict && practice.assessment().verdict() == Verdict.PASS) {
      return Seen.met("It passes.");
    }
    long errors = practice.checked().count(Finding.Severity.ERROR);
    return strict
        ? Seen.missing(
            "It fails with " + Names.count(errors, "error") + ".",
            "Do what it names first: " + practice.command(""))
        : Seen.missing(
            "The gate lets high threats through (fail-on: "
                + practice.checked().policy().gate().word()
                + ").",
            "Set in the policy:",
            "gate: { fail-on: high }");
  }

  private static boolean isStrict(Policy policy) {
    return policy.gate().fails(Severity.HIGH);
  }

  static Seen onTime(Practice practice) {
    List<Seen> late = Stream.concat(findings(practice), evidence(practice)).toList();
    return late.isEmpty()
        ? Seen.met("Nothing is overdue.")
        : Seen.missing(late.getFirst().what() + more(late.size() - 1), late.getFirst().next());
  }

  private static Stream<Seen> findings(Practice practice) {
    return practice.assessment().findings().stream()
        .filter(finding -> LATE.contains(finding.rule()))
        .map(finding -> Seen.missing(finding.message(), finding.next()));
  }

  /**
   * Evidence is no finding of its own where its control answers nothing, but its day has passed.
   */
  private static Stream<Seen> evidence(Practice practice) {
    return Deadlines.of(practice.checked()).stream()
        .filter(deadline -> deadline.sort() == Deadline.Sort.EVIDENCE && deadline.passed())
        .map(deadline ->
            Seen.missing(
                "Evidence for " + deadline.subject() + " expired on " + deadline.day() + ".",
                "Review it anew and set its new day, or remove the control."));
  }

  private static String more(int others) {
    return others == 0 ? "" : " And " + others + " more.";
  }

  static Seen unexempted(Practice practice) {
    String id = practice.checked().id();
    List<String> exempt =
        practice.checked().policy().exemptions().stream()
            .filter(exemption -> exemption.system().equals(id))
            .filter(exemption -> exemption.holdsOn(practice.assessment().asOf()))
            .map(Exemption::id)
            .toList();
    return exempt.isEmpty()
        ? Seen.met("Nothing is exempt.")
        : Seen.missing(
            "Exempt: " + Names.of(exempt) + ".",
            "Answer what is exempt, then remove the exemption from the policy.");
  }

  static Seen policy(Practice practice) {
    Policy policy = practice.checked().policy();
    if (policy.file().isEmpty()) {
      return Seen.missing(
          "The default policy is in force.",
          "Write a countersign-policy.yaml at the root of the repository; docs/policy.md says how:",
          "countersign-policy: 1",
          "gate: { fail-on: high }");
    }
    return isStrict(policy)
        ? Seen.met(policy.file().get() + " governs it.")
        : Seen.missing(
            policy.file().get() + " lets high threats through.",
            "Set in the policy:",
            "gate: { fail-on: high }");
  }
}
