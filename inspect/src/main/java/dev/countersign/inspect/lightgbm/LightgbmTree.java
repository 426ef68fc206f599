package dev.countersign.inspect.lightgbm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One tree of the text: lines of keys and values ({@code Tree::Tree} of LightGBM's sources). */
final class LightgbmTree {
  private final Map<String, String> values = new HashMap<>();

  void put(String key, String value) {
    values.put(key, value);
  }

  /** What does not hold together; empty where all does. */
  Optional<String> wrong() {
    long leaves;
    try {
      leaves = Long.parseLong(values.getOrDefault("num_leaves", "").strip());
    } catch (NumberFormatException none) {
      return Optional.of("num_leaves is no number");
    }
    int given = count("leaf_value");
    if (leaves < 1 || leaves != given) {
      return Optional.of(
          "num_leaves is %,d, and there are %,d values of leaves".formatted(leaves, given));
    }
    for (String key :
        new String[] {"split_feature", "threshold", "decision_type", "left_child", "right_child"}) {
      if (leaves > 1 && count(key) != leaves - 1 && values.containsKey(key)) {
        return Optional.of("%,d leaves, and %,d of %s".formatted(leaves, count(key), key));
      }
    }
    return children("left_child", leaves).or(() -> children("right_child", leaves));
  }

  private Optional<String> children(String key, long leaves) {
    for (String word : values.getOrDefault(key, "").strip().split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      try {
        long child = Long.parseLong(word);
        if (leaves > 1 && (child < -leaves || child > leaves - 2)) {
          return Optional.of("%s leads to %,d, with %,d leaves".formatted(key, child, leaves));
        }
      } catch (NumberFormatException none) {
        return Optional.of(key + " is no number");
      }
    }
    return Optional.empty();
  }

  private int count(String key) {
    String value = values.getOrDefault(key, "").strip();
    return value.isEmpty() ? 0 : value.split("\\s+").length;
  }
}
