package dev.countersign.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A control that the file says is in place on an element, with the evidence offered for it. A claim
 * counts for nothing until its evidence verifies.
 *
 * @param control id in the control catalogue
 * @param element id of the element that it is placed on
 * @param evidence by evidence kind ({@code document}, {@code signature}, …), at least its arguments
 */
public record ControlClaim(
    String control, String element, Place place, Map<String, Evidence> evidence) {
  public ControlClaim {
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }

  /** The id under which the file lists it. */
  public String id() {
    return control + "@" + element;
  }

  /**
   * Evidence as offered: arguments by name, each with its place. A bare path stands for the
   * argument {@code file}.
   */
  public record Evidence(String kind, Place place, Map<String, Argument> arguments) {
    public Evidence {
      arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }
  }

  /** One argument of evidence, as text. */
  public record Argument(String text, Place place) {}
}
