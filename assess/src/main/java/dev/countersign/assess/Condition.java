package dev.countersign.assess;

import dev.countersign.assess.policy.RequiredControl;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a rule of the policy applies to an element: yes, no, or not known. */
sealed interface Condition {
  /** Every fact is as the rule says. */
  record Holds() implements Condition {}

  /** Some fact is otherwise. */
  record Fails() implements Condition {}

  /** No stated fact is otherwise, but one that the rule asks for is not stated. */
  record Unknown(String key) implements Condition {}

  /** Looks at the facts of an element. */
  static Condition of(RequiredControl rule, Element element) {
    Condition result = new Holds();
    for (Map.Entry<String, List<String>> fact : rule.where().entrySet()) {
      Optional<FactValue> value = element.value(fact.getKey());
      if (value.isEmpty()) {
        result = new Unknown(fact.getKey());
      } else if (Collections.disjoint(words(value.get()), fact.getValue())) {
        return new Fails();
      }
    }
    return result;
  }

  private static List<String> words(FactValue value) {
    return switch (value) {
      case FactValue.Word(var word) -> List.of(word);
      case FactValue.Words(var words) -> words;
      case FactValue.Level(var level) -> List.of(level.word());
      case FactValue.Flag(var yes) -> List.of(yes ? "yes" : "no");
      // The policy reader lets no rule compare these.
      case FactValue.Text _,
          FactValue.Refs _,
          FactValue.Day _,
          FactValue.Rate _,
          FactValue.Money _,
          FactValue.Count _,
          FactValue.Paths _ ->
          List.of();
    };
  }
}
