package dev.countersign.model.read;

import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a map said, by key. */
record Given(Map<String, Fact> facts) {
  Optional<String> text(String key) {
    return value(key).orElse(null) instanceof FactValue.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  Optional<LocalDate> day(String key) {
    return value(key).orElse(null) instanceof FactValue.Day(var day)
        ? Optional.of(day)
        : Optional.empty();
  }

  List<String> ids(String key) {
    return value(key).orElse(null) instanceof FactValue.Refs(var ids) ? ids : List.of();
  }

  private Optional<FactValue> value(String key) {
    return Optional.ofNullable(facts.get(key)).map(Fact::value);
  }
}
