package dev.countersign.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a fact says. One record for each {@link dev.countersign.model.language.KeyType}. */
public sealed interface FactValue {
  /** One word of a closed vocabulary. */
  record Word(String word) implements FactValue {}

  /** Words of a closed vocabulary, sorted, without repeats; empty means "none of them". */
  record Words(List<String> words) implements FactValue {
    public Words {
      words = words.stream().sorted().distinct().toList();
    }
  }

  /** A trust level. */
  record Level(TrustLevel level) implements FactValue {}

  /** Yes or no. */
  record Flag(boolean yes) implements FactValue {}

  /** Free text, shown to people only. */
  record Text(String text) implements FactValue {}

  /** Ids of other elements, sorted, without repeats; empty means "none". */
  record Refs(List<String> ids) implements FactValue {
    public Refs {
      ids = ids.stream().sorted().distinct().toList();
    }
  }

  /** A calendar day. */
  record Day(LocalDate date) implements FactValue {}

  /**
   * How often something happens.
   *
   * @param perDay events a day, at least 0
   * @param text as written, for example {@code 50/s}
   */
  record Rate(double perDay, String text) implements FactValue {}

  /**
   * An amount or a range of money.
   *
   * @param low the lower end, at least 0
   * @param high the upper end, at least {@code low}; the same where no range is given
   * @param currency ISO 4217 code
   */
  record Money(BigDecimal low, BigDecimal high, String currency) implements FactValue {
    private String range() {
      String from = low.toPlainString();
      String to = high.toPlainString();
      return from.equals(to) ? from : from + ".." + to;
    }
  }

  /** A whole number, at least 0. */
  record Count(long count) implements FactValue {}

  /** Paths or globs, relative to the folder of the file that names them. */
  record Paths(List<String> patterns) implements FactValue {
    public Paths {
      patterns = List.copyOf(patterns);
    }
  }

  /** The value as people write it in YAML, without brackets; a list of nothing is {@code none}. */
  default String written() {
    return switch (this) {
      case Word(var word) -> word;
      case Words(var words) -> written(words);
      case Level(var level) -> level.word();
      case Flag(var yes) -> yes ? "yes" : "no";
      case Text(var text) -> text;
      case Refs(var ids) -> written(ids);
      case Day(var date) -> date.toString();
      case Rate rate -> rate.text();
      case Money money -> money.range() + " " + money.currency();
      case Count(var count) -> Long.toString(count);
      case Paths(var patterns) -> written(patterns);
    };
  }

  private static String written(List<String> items) {
    return items.isEmpty() ? "none" : String.join(", ", items);
  }
}
