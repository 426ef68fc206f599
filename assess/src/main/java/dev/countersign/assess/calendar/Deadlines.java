package dev.countersign.assess.calendar;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.calendar.Deadline.Sort;
import dev.countersign.assess.policy.Exemption;
import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Resolution;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects the deadlines of a system: plans, acceptances, evidence, assumptions, the checkpoint.
 */
public final class Deadlines {
  /** The argument of evidence that says until when it holds. */
  private static final String EXPIRES = "expires";

  private final Checked checked;
  private final LocalDate today;

  private Deadlines(Checked checked) {
    this.checked = checked;
    this.today = checked.assessment().asOf();
  }

  /** The deadlines of a system, the earliest first. */
  public static List<Deadline> of(Checked checked) {
    Deadlines deadlines = new Deadlines(checked);
    return Stream.of(
            deadlines.checkpoint(),
            deadlines.answers(),
            deadlines.evidence(),
            deadlines.assumptions(),
            deadlines.exemptions())
        .flatMap(found -> found)
        .sorted(
            Comparator.comparing(Deadline::day)
                .thenComparing(Deadline::sort)
                .thenComparing(Deadline::subject))
        .toList();
  }

  private Stream<Deadline> checkpoint() {
    return assessment().system().info().nextCheckpoint().stream()
        .map(day -> deadline(day, Sort.CHECKPOINT, checked.id(), "The threat model is reviewed."));
  }

  /** Only answers to threats that derive: an answer to nothing has no deadline to keep. */
  private Stream<Deadline> answers() {
    return assessment().threats().stream().flatMap(threat -> answer(threat).stream());
  }

  private Optional<Deadline> answer(AssessedThreat threat) {
    return switch (threat.answer().resolution().orElse(null)) {
      case Resolution.Planned plan -> plan.by().map(day -> plan(day, plan));
      case Resolution.Accepted accepted -> accepted.until().map(day -> accepted(day, accepted));
      case null -> Optional.empty();
      case Resolution.ByControl _, Resolution.DesignedOut _ -> Optional.empty();
    };
  }

  private Deadline plan(LocalDate day, Resolution.Planned plan) {
    String control = plan.control().orElse("A control");
    String owner = plan.owner().map(who -> " from " + who).orElse("");
    String ticket = plan.ticket().map(id -> " (" + id + ")").orElse("");
    return deadline(
        day,
        Sort.PLAN,
        plan.threat(),
        control + " is due" + owner + ticket + " against " + plan.threat() + ".");
  }

  private Deadline accepted(LocalDate day, Resolution.Accepted accepted) {
    String by = accepted.by().map(who -> " by " + who).orElse("");
    String record = accepted.record().map(id -> " (" + id + ")").orElse("");
    return deadline(
        day,
        Sort.ACCEPTANCE,
        accepted.threat(),
        accepted.threat() + " is no longer accepted" + by + record + " after this day.");
  }

  private Stream<Deadline> evidence() {
    return assessment().system().controls().values().stream()
        .flatMap(claim -> claim.evidence().values().stream().flatMap(it -> expiry(claim, it)));
  }

  private Stream<Deadline> expiry(ControlClaim claim, ControlClaim.Evidence evidence) {
    return Optional.ofNullable(evidence.arguments().get(EXPIRES)).stream()
        .flatMap(argument -> day(argument.text()).stream())
        .map(day ->
            deadline(
                day,
                Sort.EVIDENCE,
                claim.id(),
                "The " + evidence.kind() + " for " + claim.id() + " expires."));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      // The verifier of the evidence says so.
      return Optional.empty();
    }
  }

  private Stream<Deadline> assumptions() {
    return assessment().system().assumptions().values().stream()
        .flatMap(assumption -> assumption.until().map(day -> assumed(day, assumption)).stream());
  }

  private Deadline assumed(LocalDate day, Assumption assumption) {
    String owner = assumption.owner().map(who -> " by " + who).orElse("");
    return deadline(
        day,
        Sort.ASSUMPTION,
        assumption.id(),
        assumption.id() + " is to be confirmed again" + owner + ".");
  }

  private Stream<Deadline> exemptions() {
    return checked.policy().exemptions().stream()
        .filter(exemption -> exemption.system().equals(checked.id()))
        .map(this::exempt);
  }

  private Deadline exempt(Exemption exemption) {
    return deadline(
        exemption.until(),
        Sort.EXEMPTION,
        exemption.id(),
        "The exemption of "
            + exemption.scope().word()
            + " "
            + exemption.id()
            + " by "
            + exemption.by()
            + " ends.");
  }

  private Deadline deadline(LocalDate day, Sort sort, String subject, String text) {
    return new Deadline(day, sort, subject, text, day.isBefore(today));
  }

  private Assessment assessment() {
    return checked.assessment();
  }
}
