package dev.countersign.report.sarif;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses what becomes a result: threats that are open or unproven, and every other finding. */
final class Results {
  private final Checked system;

  private Results(Checked system) {
    this.system = system;
  }

  static List<Result> of(Checked system) {
    Results results = new Results(system);
    return Stream.concat(results.threats(), results.findings()).toList();
  }

  private Stream<Result> threats() {
    return system.assessment().threats().stream().filter(Results::unanswered).map(this::result);
  }

  private Stream<Result> findings() {
    return system.assessment().findings().stream()
        .filter(finding -> system.threatOf(finding).filter(Results::unanswered).isEmpty())
        .map(this::result);
  }

  private static boolean unanswered(AssessedThreat threat) {
    State state = threat.answer().state();
    return state == State.OPEN || state == State.UNPROVEN;
  }

  private Result result(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    return new Result(
        Rule.of(threat),
        level(assessed),
        message(assessed),
        threat.element().place(),
        Optional.of(threat.element().id()),
        steps(threat),
        system.id() + "/" + threat.id());
  }

  private Level level(AssessedThreat threat) {
    if (!system.errorsOf(threat).isEmpty()) {
      return Level.ERROR;
    }
    return threat.threat().rank().severity() == Severity.LOW ? Level.NOTE : Level.WARNING;
  }

  private static String message(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    String head =
        threat.family().title()
            + " at "
            + threat.element().id()
            + " ("
            + threat.rank().severity().word()
            + ") is "
            + assessed.answer().state().word()
            + ".";
    return Stream.of(
            Stream.of(head),
            threat.because().stream(),
            assessed.answer().why().stream(),
            path(threat),
            Stream.of("Answer " + threat.id() + " under resolutions."))
        .flatMap(parts -> parts)
        .reduce((one, other) -> one + " " + other)
        .orElse(head);
  }

  private static Stream<String> path(Threat threat) {
    return threat.path().isEmpty()
        ? Stream.empty()
        : Stream.of("Path: " + String.join(" -> ", threat.path()) + ".");
  }

  private List<Result.Step> steps(Threat threat) {
    return threat.path().stream()
        .flatMap(id -> system.assessment().system().element(id).stream())
        .map(element -> new Result.Step(element.id(), element.place()))
        .toList();
  }

  private Result result(Finding finding) {
    Level level = Level.valueOf(finding.severity().name());
    return new Result(
        Rule.of(finding, level, Optional.empty()),
        level,
        finding.message() + " " + finding.next(),
        finding.place(),
        Optional.empty(),
        List.of(),
        system.id() + "/" + finding.id());
  }
}
