package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.ThreatJudge.Argument;
import dev.countersign.derive.graph.Suppliers;
import dev.countersign.model.Assumption;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the threat model itself is looked after: whether it says anything yet, checkpoint, leads
 * and assumptions.
 */
final class SystemChecks {
  private final Inquiry inquiry;

  SystemChecks(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    placeholder(inquiry.system().info()).ifPresent(findings::add);
    nothingToJudge(inquiry.system().info()).ifPresent(findings::add);
    checkpoint(inquiry.system().info()).ifPresent(findings::add);
    leads(inquiry.system().info()).ifPresent(findings::add);
    inquiry.system().assumptions().values().stream()
        .flatMap(assumption -> finding(assumption).stream())
        .forEach(findings::add);
    return findings;
  }

  private static Optional<Finding> placeholder(SystemInfo info) {
    return info.purpose().strip().equals(SystemInfo.PURPOSE_TO_WRITE)
        ? Optional.of(
            about(
                info,
                "placeholder",
                Severity.ERROR,
                "The purpose of " + info.id() + " still waits to be written.",
                "Replace the sentence of the draft under system: say what the system does, and for"
                    + " whom. Nobody can sign for it before."))
        : Optional.empty();
  }

  /** A system of which nothing can derive would pass because nobody has described it. */
  private Optional<Finding> nothingToJudge(SystemInfo info) {
    if (!inquiry.derivation().threats().isEmpty()
        || declares(ElementKind.MODEL)
        || declares(ElementKind.COMPONENT)) {
      return Optional.empty();
    }
    return Optional.of(
        about(
            info,
            "nothing-to-judge",
            Severity.ERROR,
            info.id()
                + " declares no "
                + (declares(ElementKind.ACTOR) ? "" : "actor, no ")
                + "model and no component: no threat can be derived.",
            "Add what it consists of under models and components, and who uses it under actors;"
                + " countersign init drafts them from the files of a repository."));
  }

  /** The built-in actor is in every system and says nothing about this one. */
  private boolean declares(ElementKind kind) {
    return inquiry
        .system()
        .elements(kind)
        .anyMatch(element -> !element.id().equals(Suppliers.ANYONE));
  }

  private Optional<Finding> checkpoint(SystemInfo info) {
    if (info.nextCheckpoint().isEmpty()) {
      return Optional.of(
          about(
              info,
              "missing-checkpoint",
              Severity.WARNING,
              "No day is set by which the threat model of " + info.id() + " is reviewed again.",
              "Add next-checkpoint: DATE under system."));
    }
    return info.nextCheckpoint()
        .filter(inquiry.asOf()::isAfter)
        .map(day ->
            about(
                info,
                "missed-checkpoint",
                Severity.ERROR,
                "The threat model of " + info.id() + " was to be reviewed by " + day + ".",
                "Go through it with both leads, then set next-checkpoint to a day to come."));
  }

  private static Optional<Finding> leads(SystemInfo info) {
    List<String> missing =
        ThreatJudge.missing(
            Stream.of(
                new Argument("ml-lead", info.mlLead()),
                new Argument("security-lead", info.securityLead())));
    if (!missing.isEmpty()) {
      return Optional.of(
          about(
              info,
              "missing-lead",
              Severity.WARNING,
              info.id() + " names no " + Phrases.and(missing) + ".",
              "Add who signs for it under system: two people, one for the model and one for"
                  + " security."));
    }
    return info.mlLead().equals(info.securityLead())
        ? Optional.of(
            about(
                info,
                "same-lead",
                Severity.WARNING,
                info.mlLead().orElse("") + " is both ml-lead and security-lead.",
                "Name two people: the second signature is worth something only from another"
                    + " person."))
        : Optional.empty();
  }

  private Optional<Finding> finding(Assumption assumption) {
    List<String> missing =
        ThreatJudge.missing(
            Stream.of(
                new Argument("owner", assumption.owner()),
                new Argument("until", assumption.until())));
    if (!missing.isEmpty()) {
      return Optional.of(
          about(
              assumption,
              "incomplete-assumption",
              "The assumption " + assumption.id() + " lacks " + Phrases.and(missing) + ".",
              "Add it: what is taken as true without proof has somebody who answers for it and a"
                  + " last day."));
    }
    return assumption
        .until()
        .filter(inquiry.asOf()::isAfter)
        .map(until ->
            about(
                assumption,
                "expired-assumption",
                "The assumption %s (%s) held until %s: %s"
                    .formatted(
                        assumption.id(), assumption.owner().orElse(""), until, assumption.states()),
                "Check whether it still holds, then set a new day, or model what is true"
                    + " instead."));
  }

  private static Finding about(
      SystemInfo info, String rule, Severity severity, String message, String next) {
    return new Finding(rule, severity, info.place(), message, next, Optional.of(info.id()));
  }

  private static Finding about(Assumption assumption, String rule, String message, String next) {
    return new Finding(
        rule, Severity.ERROR, assumption.place(), message, next, Optional.of(assumption.id()));
  }
}
