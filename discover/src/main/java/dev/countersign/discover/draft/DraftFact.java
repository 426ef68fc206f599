package dev.countersign.discover.draft;

import dev.countersign.discover.Where;
import java.util.List;
import java.util.Optional;

/**
 * A fact that a file shows.
 *
 * @param key as in the grammar
 * @param values one for a single value, any number for a list
 * @param list whether it is written as a list
 * @param note what to tell the reader besides the place; empty where the place says enough
 */
public record DraftFact(String key, List<Value> values, boolean list, String note) {
  public DraftFact {
    values = List.copyOf(values);
  }

  /**
   * A value with the place that shows it.
   *
   * @param text as in YAML, without quotes
   * @param where empty where no file shows it
   */
  public record Value(String text, Optional<Where> where) {}

  /** The place that shows the first value. */
  public Optional<Where> where() {
    return values.getFirst().where();
  }

  /** The values alone. */
  public List<String> texts() {
    return values.stream().map(Value::text).toList();
  }
}
