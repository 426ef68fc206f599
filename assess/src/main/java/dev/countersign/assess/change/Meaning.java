package dev.countersign.assess.change;

import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether two facts say the same, as {@link dev.countersign.model.SystemDigest} sees it, and how
 * they read.
 */
final class Meaning {
  private static final String NONE = "none";

  private Meaning() {}

  /** Whether both mean the same; text counts by being there, and only where something asks. */
  static boolean same(ElementKind kind, String key, Optional<Fact> one, Optional<Fact> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other).stream().allMatch(given -> decidesNothing(kind, key, given));
    }
    return same(one.get().value(), other.get().value());
  }

  private static boolean decidesNothing(ElementKind kind, String key, Fact fact) {
    return fact.value() instanceof FactValue.Text
        && Vocabulary.of(kind).key(key).map(Key::question).orElse("").isEmpty();
  }

  private static boolean same(FactValue one, FactValue other) {
    if (one instanceof FactValue.Text(var a) && other instanceof FactValue.Text(var b)) {
      // "none" says that there is none; any other text says that there is.
      return a.equals(NONE) == b.equals(NONE);
    }
    if (one instanceof FactValue.Rate a && other instanceof FactValue.Rate b) {
      return Double.compare(a.perDay(), b.perDay()) == 0;
    }
    if (one instanceof FactValue.Money a && other instanceof FactValue.Money b) {
      return a.low().compareTo(b.low()) == 0
          && a.high().compareTo(b.high()) == 0
          && a.currency().equals(b.currency());
    }
    if (one instanceof FactValue.Paths(var a) && other instanceof FactValue.Paths(var b)) {
      return new TreeSet<>(a).equals(new TreeSet<>(b));
    }
    return one.equals(other);
  }

  /** Whether free text reads otherwise. */
  static boolean reworded(Optional<Fact> one, Optional<Fact> other) {
    return !text(one).equals(text(other));
  }

  private static Optional<String> text(Optional<Fact> fact) {
    return fact.map(Fact::value).orElse(null) instanceof FactValue.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The value as it would stand in YAML. */
  static String text(FactValue value) {
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
    return items.isEmpty() ? NONE : String.join(", ", items);
  }

  private static String money(FactValue.Money money) {
    String low = money.low().toPlainString();
    String high = money.high().toPlainString();
    return (low.equals(high) ? low : low + ".." + high) + " " + money.currency();
  }
}
