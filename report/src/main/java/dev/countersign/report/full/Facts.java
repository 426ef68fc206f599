package dev.countersign.report.full;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Facts as people read them. */
final class Facts {
  /** Before every third digit from the end of a whole number that has more than three. */
  private static final Pattern BETWEEN_GROUPS =
      Pattern.compile("(?<![.][0-9]{0,20})(?<=[0-9])(?=(?:[0-9]{3})+(?![0-9]))");

  private Facts() {}

  /** The value of a fact, if it is stated. */
  static Optional<String> of(Element element, String key) {
    return element.value(key).map(Facts::read);
  }

  private static String read(FactValue value) {
    return switch (value) {
      case FactValue.Money money -> grouped(money.written().replace("..", " to "));
      case FactValue.Rate rate -> grouped(rate.written());
      default -> value.written();
    };
  }

  /** Digits in groups of three: {@code 1 200 000/day}. */
  private static String grouped(String text) {
    return BETWEEN_GROUPS.matcher(text).replaceAll("\u00a0");
  }
}
