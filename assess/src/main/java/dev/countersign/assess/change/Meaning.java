package dev.countersign.assess.change;

import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
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
}
