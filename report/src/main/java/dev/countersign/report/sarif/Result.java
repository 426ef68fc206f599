package dev.countersign.report.sarif;

import dev.countersign.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * One result: a threat that is not answered or a finding.
 *
 * @param rule what it is an instance of
 * @param level how much it matters
 * @param message what a person reads beside the line
 * @param place the line
 * @param element the element concerned
 * @param steps the elements on the way, in order
 * @param fingerprint the same in every run, wherever the line moves
 */
record Result(
    Rule rule,
    Level level,
    String message,
    Place place,
    Optional<String> element,
    List<Step> steps,
    String fingerprint) {
  Result {
    steps = List.copyOf(steps);
  }

  /** A stop on the way of an attack. */
  record Step(String element, Place place) {}
}
