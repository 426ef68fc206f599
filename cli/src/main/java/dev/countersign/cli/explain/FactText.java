package dev.countersign.cli.explain;

import dev.countersign.derive.FactRef;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.SystemModel;

/** Facts with the places where they are given. */
final class FactText {
  private FactText() {}

  /** The value of a fact and where it is given; says so where it is unknown. */
  static String of(FactRef fact, SystemModel system) {
    return system
        .element(fact.element())
        .flatMap(element ->
            element.value(fact.key()).map(value -> at(value, element.placeOf(fact.key()))))
        .orElse("unknown");
  }

  private static String at(FactValue value, Place place) {
    return value.written() + "  (" + place.file() + ":" + place.line() + ")";
  }
}
