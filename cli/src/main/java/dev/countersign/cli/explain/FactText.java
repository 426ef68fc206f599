package dev.countersign.cli.explain;

import dev.countersign.derive.FactRef;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.SystemModel;
import java.util.List;

/** Facts as people write them. */
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

  static String of(FactValue value) {
    return switch (value) {
      case FactValue.Word word -> word.word();
      case FactValue.Words words -> list(words.words());
      case FactValue.Level level -> level.level().word();
      case FactValue.Flag flag -> flag.yes() ? "yes" : "no";
      case FactValue.Text text -> text.text();
      case FactValue.Refs refs -> list(refs.ids());
      case FactValue.Day day -> day.date().toString();
      case FactValue.Rate rate -> rate.text();
      case FactValue.Money money -> money(money);
      case FactValue.Count count -> Long.toString(count.count());
      case FactValue.Paths paths -> list(paths.patterns());
    };
  }

  private static String at(FactValue value, Place place) {
    return of(value) + "  (" + place.file() + ":" + place.line() + ")";
  }

  private static String list(List<String> items) {
    return items.isEmpty() ? "none" : String.join(", ", items);
  }

  private static String money(FactValue.Money money) {
    String low = money.low().toPlainString();
    String high = money.high().toPlainString();
    return (low.equals(high) ? low : low + ".." + high) + " " + money.currency();
  }
}
