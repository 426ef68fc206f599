package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.Optional;

/**
 * What is said where a system and the repository that it is in have come apart. Whoever looked into
 * the repository makes these; judging itself reads no more than evidence.
 */
public final class DriftFindings {
  private DriftFindings() {}

  /**
   * Something is used and no element speaks of it.
   *
   * @param kind what it is, in plural
   * @param name what it is called
   * @param where the first place where it was seen
   */
  public static Finding unmodelled(SystemModel system, String kind, String name, String where) {
    return new Finding(
        "unmodelled-component",
        Severity.WARNING,
        system.info().place(),
        "%s (%s) is %s, and no element of %s speaks of it."
            .formatted(
                name, kind, where.equals(name) ? "here" : "used in " + where, system.info().id()),
        "Add it, or name it in the element that it belongs to; if it does not ship, move it among"
            + " tests or examples.",
        Optional.of(name));
  }

  /** The files that an element names are not there. */
  public static Finding withoutFiles(Element element, String pattern) {
    return new Finding(
        "vanished-element",
        Severity.WARNING,
        element.placeOf("files"),
        "%s is said to be in %s, and no such file is here.".formatted(element.id(), pattern),
        "Correct files, or remove the element if it is gone.",
        Optional.of(element.id()));
  }

  /** Nothing names an element that something would name. */
  public static Finding unnamed(Element element) {
    return new Finding(
        "vanished-element",
        Severity.NOTE,
        element.place(),
        "No file below this folder names " + element.id() + ".",
        "If it is no longer used, remove it; if its name is made at run time, leave it.",
        Optional.of(element.id()));
  }
}
