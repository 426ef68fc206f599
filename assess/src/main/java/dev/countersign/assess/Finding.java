package dev.countersign.assess;

import dev.countersign.model.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a person has to do or should know.
 *
 * @param rule stable name of the class of finding, for example {@code open-threat}
 * @param severity errors fail the gate
 * @param place where to look
 * @param message what is wrong, one sentence that names the elements
 * @param next the next step, one sentence
 * @param subject the threat, control, question or exemption it is about
 */
public record Finding(
    String rule,
    Severity severity,
    Place place,
    String message,
    String next,
    Optional<String> subject) {

  /** How much it matters. */
  public enum Severity {
    /** Fails the gate. */
    ERROR,
    /** Should be mended; does not fail the gate. */
    WARNING,
    /** Good to know. */
    NOTE;

    /** The word in JSON and reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Unique within an assessment and stable across runs: {@code rule:subject}. */
  public String id() {
    return subject.map(s -> rule + ":" + s).orElse(rule);
  }
}
