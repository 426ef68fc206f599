package dev.countersign.report.full;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.util.Optional;

/** Facts as people read them. */
final class Facts {
  private Facts() {}

  /** The value of a fact, if it is stated. */
  static Optional<String> of(Element element, String key) {
    return element.value(key).map(Facts::read);
  }

  private static String read(FactValue value) {
    return value instanceof FactValue.Money
        ? value.written().replace("..", " to ")
        : value.written();
  }
}
