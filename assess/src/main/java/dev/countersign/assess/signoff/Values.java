package dev.countersign.assess.signoff;

import dev.countersign.assess.signoff.Dependency.Kind;
import dev.countersign.model.FactValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What facts say, in one form for all ways of writing it, as {@link
 * dev.countersign.model.SystemDigest} takes them: free text counts by being there, not by its
 * words.
 */
final class Values {
  private static final String NONE = "none";

  private Values() {}

  /** A fact as a dependency; without values where nobody stated it. */
  static Dependency fact(Kind kind, String name, Optional<FactValue> value) {
    if (value.orElse(null) instanceof FactValue.Refs(var ids)) {
      return Dependency.ids(kind, name, ids);
    }
    return new Dependency(kind, name, value.map(Values::canonical).orElse(List.of()), false);
  }

  private static List<String> canonical(FactValue value) {
    return switch (value) {
      case FactValue.Word(var word) -> List.of(word);
      case FactValue.Words(var words) -> listed(words);
      case FactValue.Refs(var ids) -> ids;
      case FactValue.Level(var level) -> List.of(level.word());
      case FactValue.Flag(var yes) -> List.of(yes ? "yes" : "no");
      case FactValue.Text(var text) -> List.of(text.equals(NONE) ? NONE : "given");
      case FactValue.Day(var date) -> List.of(date.toString());
      case FactValue.Rate rate -> List.of(rate.perDay() + "/day");
      case FactValue.Money(var low, var high, var currency) ->
          List.of(plain(low) + ".." + plain(high) + " " + currency);
      case FactValue.Count(var count) -> List.of(Long.toString(count));
      case FactValue.Paths(var patterns) -> listed(patterns);
    };
  }

  /** Known to be none of them is not the same as not known. */
  private static List<String> listed(List<String> items) {
    return items.isEmpty() ? List.of(NONE) : items;
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
