package dev.countersign.report.full;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.util.List;
import java.util.Optional;

/** Facts as people write them. */
final class Facts {
  private Facts() {}

  /** The value of a fact, if it is stated. */
  static Optional<String> of(Element element, String key) {
    return element.value(key).map(Facts::of);
  }

  private static String of(FactValue value) {
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

  private static String list(List<String> items) {
    return items.isEmpty() ? "none" : String.join(", ", items);
  }

  private static String money(FactValue.Money money) {
    String low = money.low().toPlainString();
    String high = money.high().toPlainString();
    return (low.equals(high) ? low : low + " to " + high) + " " + money.currency();
  }
}
