package dev.countersign.assess;

import java.util.Optional;

/**
 * The two halves of {@code name@element}, the form of threat ids and of placed controls.
 *
 * @param name of a family or a control
 * @param element id of an element
 */
record Placed(String name, String element) {
  /** The halves, or empty if there is no {@code @} between two names. */
  static Optional<Placed> parse(String id) {
    int at = id.indexOf('@');
    return at <= 0 || at == id.length() - 1
        ? Optional.empty()
        : Optional.of(new Placed(id.substring(0, at), id.substring(at + 1)));
  }
}
